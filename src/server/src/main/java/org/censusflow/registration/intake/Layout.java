package org.censusflow.registration.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.censusflow.files.ColumnNames;
import org.censusflow.files.Notes;
import org.censusflow.files.WrittenDates;
import org.censusflow.files.WrittenNames;
import org.censusflow.files.WrittenNumbers;
import org.censusflow.registration.form.FormCatalogue;
import org.censusflow.registration.form.Item;

/**
 * Which column of a file holds what. A column is named by an item's key, by its Chinese name or by
 * its number on the short form; columns that nothing asks for are passed over.
 */
final class Layout {

  static final String ROW = "row_id";
  static final String BLOCK = "block";
  static final String HOUSEHOLD = "household_no";
  static final String LINE = "line_no";
  static final String ADDRESS = "address";
  static final String FORM = "form";
  static final String FILLED_IN = "filled_in";
  static final String CONFIRMED_BY = "confirmed_by";

  /** Columns that are no items of a form, with the name that staff may use. */
  private static final Map<String, String> FRAME =
      Map.of(
          ROW,
          "行号",
          BLOCK,
          "普查小区",
          HOUSEHOLD,
          "户编号",
          LINE,
          "序号",
          ADDRESS,
          "地址",
          FORM,
          "表种",
          FILLED_IN,
          "填报日期",
          CONFIRMED_BY,
          "确认方式");

  static final List<String> REQUIRED =
      List.of(ROW, BLOCK, HOUSEHOLD, LINE, ADDRESS, FORM, "name", "sex", "birth_date");

  private final Map<String, Integer> columns = new HashMap<>();
  private final Set<String> given;
  private final int[] asked;
  private final int[] dates;
  private final int number;

  Layout(FormCatalogue catalogue, List<String> header) {
    ColumnNames names = names(catalogue);
    for (int i = 0; i < header.size(); i++) {
      String key = names.field(header.get(i)).orElse(null);
      if (key != null && columns.putIfAbsent(key, i) != null) {
        throw new IntakeRefused("CF-E821 表头中“" + header.get(i) + "”一列重复。");
      }
    }
    Map<String, String> labels = labels(catalogue);
    List<String> missing =
        REQUIRED.stream()
            .filter(key -> !columns.containsKey(key))
            .map(key -> labels.get(key) + "（" + key + "）")
            .toList();
    if (!missing.isEmpty()) {
      throw new IntakeRefused("CF-E821 文件缺少以下列：" + String.join("、", missing) + "。请补齐表头后重新上传。");
    }
    this.given = Set.copyOf(columns.keySet());
    this.asked = columns.values().stream().mapToInt(Integer::intValue).toArray();
    this.dates =
        Stream.concat(
                Stream.of(FILLED_IN),
                catalogue.personItems().stream()
                    .filter(item -> "date".equals(item.type()))
                    .map(Item::key))
            .filter(columns::containsKey)
            .mapToInt(columns::get)
            .toArray();
    this.number = columns.getOrDefault("id_number", -1);
  }

  /** The names by which columns are known. */
  static ColumnNames names(FormCatalogue catalogue) {
    Map<String, String> keys = new HashMap<>();
    Set<String> ambiguous = new HashSet<>();
    FRAME.forEach(
        (key, chinese) -> {
          keys.put(ColumnNames.folded(key), key);
          keys.put(ColumnNames.folded(chinese), key);
        });
    items(catalogue)
        .forEach(
            item -> {
              keys.put(ColumnNames.folded(item.key()), item.key());
              keys.put(ColumnNames.folded(item.name()), item.key());
              number(keys, ambiguous, item);
            });
    return name -> ColumnNames.in(keys, name);
  }

  private static Map<String, String> labels(FormCatalogue catalogue) {
    Map<String, String> labels = new HashMap<>(FRAME);
    items(catalogue).forEach(item -> labels.putIfAbsent(item.key(), item.name()));
    return labels;
  }

  private static Stream<Item> items(FormCatalogue catalogue) {
    return Stream.concat(catalogue.householdItems().stream(), catalogue.personItems().stream());
  }

  private static void number(Map<String, String> names, Set<String> ambiguous, Item item) {
    String code = item.codesByForm().get(FormCatalogue.SHORT);
    String number = code == null ? null : ColumnNames.folded(code);
    if (number != null
        && !ambiguous.contains(number)
        && names.putIfAbsent(number, item.key()) != null) {
      names.remove(number);
      ambiguous.add(number);
    }
  }

  /** Keys of everything that the file has a column for. */
  Set<String> given() {
    return given;
  }

  /** The columns that something asks for. */
  int[] asked() {
    return asked;
  }

  /** The column of a key that the file has. */
  int column(String key) {
    return columns.get(key);
  }

  /** The field under a key; null when it is empty or has no column. */
  String get(List<String> fields, String key) {
    Integer column = columns.get(key);
    if (column == null) {
      return null;
    }
    String field = fields.get(column);
    return field.isEmpty() ? null : field;
  }

  /**
   * The row's cells with dates and numbers as forms ask for them, where they are written otherwise;
   * what cannot be read so stays as it is written, for the checks.
   */
  List<String> meant(List<String> row, Notes notes) {
    List<String> fields = new ArrayList<>(row.size());
    for (String field : row) {
      String seen = WrittenNames.visible(field);
      if (seen != field) {
        notes.count("去掉了不可见字符");
      }
      fields.add(seen);
    }
    for (int column : dates) {
      String written = fields.get(column);
      LocalDate day = written.isEmpty() || isIso(written) ? null : WrittenDates.read(written);
      if (day != null) {
        fields.set(column, day.toString());
        notes.count("日期由其他写法转为 2020-11-01 的形式");
      }
    }
    if (number >= 0 && !fields.get(number).isEmpty()) {
      List<String> faults = new ArrayList<>(0);
      String read = WrittenNumbers.read(fields.get(number), "公民身份号码", faults, notes);
      fields.set(number, faults.isEmpty() ? read : fields.get(number));
    }
    return fields;
  }

  private static boolean isIso(String written) {
    return written.length() == 10 && written.charAt(4) == '-' && written.charAt(7) == '-';
  }
}
