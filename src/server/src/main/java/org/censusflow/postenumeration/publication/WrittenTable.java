package org.censusflow.postenumeration.publication;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.censusflow.tables.Additivity;
import org.censusflow.tables.Category;
import org.censusflow.tables.Dimension;
import org.censusflow.tables.Table;
import org.censusflow.tables.disclosure.Deduction;

/**
 * A table as people write it: labels in the first column, counts in the others, a total that says
 * so, parts indented by ideographic spaces. Columns with anything but whole numbers (shares,
 * averages) are no counts and are left out, and so are running numbers. A star or dots stand for a
 * figure that is hidden.
 */
final class WrittenTable {

  private static final Pattern RULE = Pattern.compile(":?-+:?");
  private static final Pattern COUNT = Pattern.compile("\\d{1,15}");
  private static final Set<String> TOTALS = Set.of("合计", "总计", "总数", "共计", "计", "全区", "总人口");
  private static final Set<String> HIDDEN = Set.of("*", "…", "……", "...");
  private static final Set<String> NOBODY = Set.of("", "-", "—", "－");
  private static final Set<String> RUNNING = Set.of("序号", "编号", "年份");

  /** Code of a total that is not written. */
  private static final String UNWRITTEN = "";

  private final Table table;
  private final Set<Integer> hidden = new HashSet<>();

  private WrittenTable(List<String> header, List<List<String>> rows, int[] columns) {
    Dimension lines = dimension("row", rows.stream().map(row -> row.get(0)).toList());
    Dimension counts = dimension("column", Arrays.stream(columns).mapToObj(header::get).toList());
    List<Dimension> dimensions = List.of(lines, counts);
    long[] values = new long[lines.size() * counts.size()];
    Table places = new Table("t", Map.of(), dimensions, values);
    for (int cell = 0; cell < values.length; cell++) {
      // The unwritten total, if there is one, is the last.
      int row = places.category(cell, 0);
      int column = places.category(cell, 1);
      String text =
          row < rows.size() && column < columns.length ? rows.get(row).get(columns[column]) : "*";
      if (HIDDEN.contains(text)) {
        hidden.add(cell);
      } else {
        values[cell] = NOBODY.contains(text) ? 0 : Long.parseLong(text);
      }
    }
    table = places.with(values);
  }

  /** The table of some lines; empty where they are none, or have no counts. */
  static Optional<WrittenTable> read(List<String> lines) {
    List<List<String>> rows =
        lines.stream()
            .map(WrittenTable::cells)
            .filter(cells -> !cells.stream().allMatch(cell -> RULE.matcher(cell).matches()))
            .toList();
    if (rows.size() < 2 || rows.stream().anyMatch(row -> row.size() != rows.get(0).size())) {
      return Optional.empty();
    }
    List<String> header = rows.get(0);
    List<List<String>> body = rows.subList(1, rows.size());
    int[] columns =
        IntStream.range(1, header.size())
            .filter(column -> !RUNNING.contains(header.get(column)))
            .filter(column -> isCount(body, column))
            .toArray();
    return columns.length == 0
        ? Optional.empty()
        : Optional.of(new WrittenTable(header, body, columns));
  }

  /** Cells of a line; the spaces that indent are kept, those of the notation go. */
  private static List<String> cells(String line) {
    String inner =
        line.substring(
            1, line.endsWith("|") && line.length() > 1 ? line.length() - 1 : line.length());
    List<String> cells = new ArrayList<>();
    for (String cell : inner.split("\\|", -1)) {
      String text = cell.replaceAll("^[ \\t]+|[ \\t]+$", "");
      cells.add(cells.isEmpty() ? text : text.replaceAll("[,，\\s\\u3000]", ""));
    }
    return cells;
  }

  private static boolean isCount(List<List<String>> rows, int column) {
    return rows.stream()
            .map(row -> row.get(column))
            .allMatch(
                text ->
                    COUNT.matcher(text).matches() || HIDDEN.contains(text) || NOBODY.contains(text))
        && rows.stream().anyMatch(row -> COUNT.matcher(row.get(column)).matches());
  }

  /** By position: the same label may come twice. */
  private static Dimension dimension(String id, List<String> labels) {
    int written =
        IntStream.range(0, labels.size())
            .filter(i -> TOTALS.contains(labels.get(i).strip()))
            .findFirst()
            .orElse(-1);
    String total = written < 0 ? UNWRITTEN : Integer.toString(written);
    List<Category> categories = new ArrayList<>();
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < labels.size(); i++) {
      int depth = depth(labels.get(i));
      while (!open.isEmpty() && depth(labels.get(open.peek())) >= depth) {
        open.pop();
      }
      String parent = open.isEmpty() ? total : Integer.toString(open.peek());
      categories.add(
          Category.of(Integer.toString(i), labels.get(i).strip(), i == written ? null : parent));
      if (i != written) {
        open.push(i);
      }
    }
    if (written < 0) {
      categories.add(Category.of(UNWRITTEN, UNWRITTEN, null));
    }
    return new Dimension(id, id, categories);
  }

  private static int depth(String label) {
    return label.length() - label.replaceAll("^\\u3000+", "").length();
  }

  /** Smallest count above nobody that is shown. */
  OptionalLong smallest() {
    return IntStream.range(0, table.cells())
        .filter(cell -> !hidden.contains(cell))
        .mapToLong(table::value)
        .filter(value -> value > 0)
        .min();
  }

  List<Additivity.Fault> wrongSums() {
    return Additivity.faults(table, hidden);
  }

  /** Hidden figures that follow from the others; an unwritten total is no figure. */
  List<Integer> deducible() {
    return Deduction.of(table, hidden).stream().filter(cell -> !isUnwritten(cell)).toList();
  }

  private boolean isUnwritten(int cell) {
    return IntStream.range(0, 2)
        .anyMatch(
            d ->
                table
                    .dimensions()
                    .get(d)
                    .categories()
                    .get(table.category(cell, d))
                    .code()
                    .equals(UNWRITTEN));
  }

  /** The cell by its labels. */
  String name(int cell) {
    return table.dimensions().get(0).categories().get(table.category(cell, 0)).label()
        + "，"
        + table.dimensions().get(1).categories().get(table.category(cell, 1)).label();
  }
}
