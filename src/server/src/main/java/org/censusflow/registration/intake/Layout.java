package org.censusflow.registration.intake;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
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

  private static final List<String> REQUIRED =
      List.of(ROW, BLOCK, HOUSEHOLD, LINE, ADDRESS, FORM, "name", "sex", "birth_date");

  private final Map<String, Integer> columns = new HashMap<>();
  private final Set<String> given;
  private final int width;

  Layout(FormCatalogue catalogue, List<String> header) {
    Map<String, String> keys = names(catalogue);
    for (int i = 0; i < header.size(); i++) {
      String key = keys.get(header.get(i).strip());
      if (key != null && columns.putIfAbsent(key, i) != null) {
        throw new IntakeRefused("CF-E821 表头中“" + header.get(i).strip() + "”一列重复。");
      }
    }
    List<String> missing = REQUIRED.stream().filter(key -> !columns.containsKey(key)).toList();
    if (!missing.isEmpty()) {
      throw new IntakeRefused("CF-E821 文件缺少以下列：" + String.join("、", missing) + "。请补齐表头后重新上传。");
    }
    this.given = Set.copyOf(columns.keySet());
    this.width = header.size();
  }

  private static Map<String, String> names(FormCatalogue catalogue) {
    Map<String, String> names = new HashMap<>();
    Set<String> ambiguous = new HashSet<>();
    FRAME.forEach(
        (key, chinese) -> {
          names.put(key, key);
          names.put(chinese, key);
        });
    Stream.concat(catalogue.householdItems().stream(), catalogue.personItems().stream())
        .forEach(
            item -> {
              names.put(item.key(), item.key());
              names.put(item.name(), item.key());
              number(names, ambiguous, item);
            });
    return names;
  }

  private static void number(Map<String, String> names, Set<String> ambiguous, Item item) {
    String number = item.codesByForm().get(FormCatalogue.SHORT);
    if (number != null
        && !ambiguous.contains(number)
        && names.putIfAbsent(number, item.key()) != null) {
      names.remove(number);
      ambiguous.add(number);
    }
  }

  int width() {
    return width;
  }

  /** Keys of everything that the file has a column for. */
  Set<String> given() {
    return given;
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
}
