package org.censusflow.files;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns the rows of one file of a department into the common layout and says what is wrong with
 * each.
 */
public final class RecordReader {

  private static final Map<String, Integer> LONGEST =
      Map.ofEntries(
          Map.entry("record_id", 64),
          Map.entry("name", 100),
          Map.entry("address", 200),
          Map.entry("household_register_no", 64),
          Map.entry("mother_name", 100),
          Map.entry("organisation", 200),
          Map.entry("school", 200),
          Map.entry("school_address", 200));

  /** What databases and spreadsheets hold where nothing was entered. */
  private static final Set<LocalDate> DEFAULTS =
      Set.of(LocalDate.of(1900, 1, 1), LocalDate.of(1899, 12, 30), LocalDate.of(1899, 12, 31));

  private static final int LONGEST_NUMBER = 32;

  private final RecordLayout layout;
  private final RecordMapping mapping;
  private final Map<String, String> labels;
  private final Map<String, Integer> columns = new HashMap<>();
  private final Notes notes;
  private final SeenKeys seen = new SeenKeys();
  private final List<String> faults = new ArrayList<>();
  private FileTable row;

  /**
   * @param labels what the department calls the fields in the request, for the faults
   * @throws Unreadable when the file lacks columns
   */
  public RecordReader(
      RecordLayout layout,
      RecordMapping mapping,
      Map<String, String> labels,
      List<String> header,
      Notes notes) {
    this.layout = layout;
    this.mapping = mapping;
    this.labels = labels;
    this.notes = notes;
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
  public List<String> faults() {
    return faults;
  }

  /**
   * Reads the row at hand.
   *
   * @return null when it has faults
   */
  public PersonRecord read(FileTable table) {
    row = table;
    faults.clear();
    if (table.fault() != null) {
      faults.add(table.fault());
      return null;
    }
    for (String field : layout.required()) {
      if (raw(field) == null) {
        faults.add("“" + label(field) + "”不能为空");
      }
    }
    PersonRecord read = values();
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
      int before = seen.put(read.recordId(), (int) table.line());
      if (before > 0) {
        faults.add("记录编号与第 " + before + " 行重复");
      }
    }
    if (!faults.isEmpty() && table.missing() > 0) {
      faults.add("本行比表头少 " + table.missing() + " 列");
    }
    return faults.isEmpty() ? read : null;
  }

  private PersonRecord values() {
    String organisation = text("organisation");
    String boarding = code("boarding", false);
    String number = number("id_number");
    return new PersonRecord(
        text("record_id"),
        text("name"),
        number,
        code("sex", true),
        birth(number),
        code("ethnicity", false),
        text("address"),
        date("death_date"),
        text("household_register_no"),
        text("mother_name"),
        number("mother_id_number"),
        organisation == null ? text("school") : organisation,
        text("school_address"),
        code("status", true),
        boarding == null ? null : Boolean.valueOf(boarding),
        code("relation", false));
  }

  private String number(String field) {
    String number = WrittenNumbers.read(value(field), label(field), faults, notes);
    if (number != null && number.length() > LONGEST_NUMBER) {
      faults.add("“" + label(field) + "”超过 " + LONGEST_NUMBER + " 个字符");
    }
    return number == null || number.isEmpty() ? null : number;
  }

  /**
   * A day that programs write for none counts as none, unless the person's number says the same.
   */
  private LocalDate birth(String number) {
    LocalDate day = date("birth_date");
    if (day != null
        && DEFAULTS.contains(day)
        && (number == null || !number.contains(compact(day)))) {
      notes.count("“" + label("birth_date") + "”为系统默认值（" + day + "），按空值保存");
      return null;
    }
    return day;
  }

  private static String compact(LocalDate day) {
    return day.toString().replace("-", "");
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
    String value = value(field);
    if (value == null) {
      return null;
    }
    String seen = WrittenNames.visible(value);
    if (seen.length() != value.length()) {
      notes.count("“" + label(field) + "”去掉了不可见字符");
    }
    if (seen.isEmpty()) {
      return null;
    }
    Integer most = LONGEST.get(field);
    if (most != null && seen.length() > most) {
      faults.add("“" + label(field) + "”超过 " + most + " 个字符");
    }
    return seen;
  }

  /** What is written, unless it was lost on the way. */
  private String value(String field) {
    String value = raw(field);
    if (value == null) {
      return null;
    }
    if (Cells.isGarbled(value)) {
      faults.add("“" + label(field) + "”含有无法识别的字符");
      return null;
    }
    if (Cells.isError(value)) {
      faults.add("“" + label(field) + "”是电子表格的错误值（" + value + "），请改正公式后重新导出");
      return null;
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
