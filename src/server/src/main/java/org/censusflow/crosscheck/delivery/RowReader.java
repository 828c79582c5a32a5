package org.censusflow.crosscheck.delivery;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns the rows of one file into the common layout and says what is wrong with each. */
final class RowReader {

  private static final Map<String, Integer> LONGEST =
      Map.ofEntries(
          Map.entry("record_id", 64),
          Map.entry("name", 100),
          Map.entry("id_number", 32),
          Map.entry("address", 200),
          Map.entry("household_register_no", 64),
          Map.entry("mother_name", 100),
          Map.entry("mother_id_number", 32),
          Map.entry("organisation", 200),
          Map.entry("school", 200),
          Map.entry("school_address", 200));

  private final RecordLayout layout;
  private final RecordMapping mapping;
  private final Map<String, String> labels;
  private final Map<String, Integer> columns = new HashMap<>();
  private final int width;
  private final Notes notes;
  private final SeenKeys seen = new SeenKeys();
  private final List<String> faults = new ArrayList<>();
  private Records row;

  /**
   * @param labels what the department calls the fields in the request, for the faults
   * @throws Unreadable when the file lacks columns
   */
  RowReader(
      RecordLayout layout,
      RecordMapping mapping,
      Map<String, String> labels,
      List<String> header,
      Notes notes) {
    this.layout = layout;
    this.mapping = mapping;
    this.labels = labels;
    this.notes = notes;
    width = header.size();
    for (int i = 0; i < header.size(); i++) {
      int column = i;
      String name = header.get(i);
      mapping
          .field(name)
          .ifPresent(
              field -> {
                if (!columns.containsKey(field) || name.equals(labels.get(field))) {
                  columns.put(field, column);
                }
              });
    }
    List<String> missing =
        layout.columns().stream()
            .filter(field -> !columns.containsKey(field))
            .map(field -> labels.containsKey(field) ? labels.get(field) + "（" + field + "）" : field)
            .toList();
    if (!missing.isEmpty()) {
      throw new Unreadable("文件缺少以下列：" + String.join("、", missing) + "。请补齐表头后重新上传。");
    }
  }

  /** What is wrong with the row read last, in Chinese; empty when nothing is. */
  List<String> faults() {
    return faults;
  }

  /**
   * Reads the row at hand.
   *
   * @param number of the record in the file, from 1
   * @return null when it has faults
   */
  RegisterRow read(Records record, long delivery, int number) {
    row = record;
    faults.clear();
    if (record.fault() != null) {
      faults.add(record.fault());
    } else if (record.width() != width) {
      faults.add("列数与表头不一致（应为 " + width + " 列，本行 " + record.width() + " 列）");
    }
    if (!faults.isEmpty()) {
      return null;
    }
    for (String field : layout.required()) {
      if (raw(field) == null) {
        faults.add("“" + label(field) + "”不能为空");
      }
    }
    RegisterRow read = values(delivery, number);
    if (read.name() == null && read.idNumber() == null && read.relatedId() == null) {
      if (faults.isEmpty()) {
        faults.add("姓名和证件号码不能都为空");
      }
    }
    if (read.birthDate() != null
        && read.eventDate() != null
        && read.eventDate().isBefore(read.birthDate())) {
      faults.add("死亡日期早于出生日期");
    }
    if (faults.isEmpty()) {
      int before = seen.put(read.recordId(), (int) record.line());
      if (before > 0) {
        faults.add("记录编号与第 " + before + " 行重复");
      }
    }
    return faults.isEmpty() ? read : null;
  }

  private RegisterRow values(long delivery, int number) {
    String organisation = text("organisation");
    String boarding = code("boarding", false);
    return new RegisterRow(
        delivery,
        number,
        text("record_id"),
        text("name"),
        IdNumbers.read(text("id_number"), label("id_number"), faults, notes),
        code("sex", true),
        date("birth_date"),
        code("ethnicity", false),
        text("address"),
        date("death_date"),
        text("household_register_no"),
        text("mother_name"),
        IdNumbers.read(text("mother_id_number"), label("mother_id_number"), faults, notes),
        organisation == null ? text("school") : organisation,
        text("school_address"),
        code("status", true),
        boarding == null ? null : Boolean.valueOf(boarding),
        code("relation", false));
  }

  private LocalDate date(String field) {
    String written = raw(field);
    return written == null ? null : WrittenDates.read(written, label(field), faults);
  }

  /**
   * @param strict whether a row goes back for a value that the list does not have; otherwise it is
   *     kept without the value
   */
  private String code(String field, boolean strict) {
    String written = raw(field);
    if (written == null || !mapping.isCoded(field)) {
      return null;
    }
    String code = mapping.code(field, written).orElse(null);
    if (code == null && strict) {
      faults.add("“" + label(field) + "”不在代码表中");
    } else if (code == null) {
      notes.count("“" + label(field) + "”不在代码表中，按空值保存");
    }
    return code;
  }

  private String text(String field) {
    String value = raw(field);
    if (value == null) {
      return null;
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\ufffd') {
        faults.add("“" + label(field) + "”含有无法识别的字符");
        return null;
      }
      if (c < ' ') {
        value = value.replace(c, ' ');
      }
    }
    Integer most = LONGEST.get(field);
    if (most != null && value.length() > most) {
      faults.add("“" + label(field) + "”超过 " + most + " 个字符");
    }
    return value;
  }

  private String raw(String field) {
    Integer column = columns.get(field);
    if (column == null) {
      return null;
    }
    String value = row.text(column);
    return value.isEmpty() ? null : value;
  }

  private String label(String field) {
    return labels.getOrDefault(field, field);
  }
}
