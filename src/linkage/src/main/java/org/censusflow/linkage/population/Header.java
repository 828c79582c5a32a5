package org.censusflow.linkage.population;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Which column of a file carries which field. */
public final class Header {

  private static final int[] NONE = {};
  private static final Pattern SEPARATORS = Pattern.compile("[\\s_*:-]");
  private static final Pattern REMARK = Pattern.compile("[(\\[].*[)\\]]$");

  private final int width;
  private final int[][] sources;
  private final List<Field> fields;
  private final List<String> names;
  private final byte[] firstName;

  /**
   * @param columns as the file names them
   */
  public Header(List<String> columns, List<Field> fields) {
    width = columns.size();
    this.fields = List.copyOf(fields);
    names = List.copyOf(columns);
    firstName = (width == 0 ? "" : columns.get(0)).getBytes(StandardCharsets.UTF_8);
    Map<String, Integer> byName = new HashMap<>();
    for (int i = 0; i < width; i++) {
      byName.putIfAbsent(folded(columns.get(i)), i);
      byName.putIfAbsent("#" + (i + 1), i);
    }
    for (int i = 0; i < width; i++) {
      byName.putIfAbsent(foldedWithoutRemark(columns.get(i)), i);
    }
    sources = fields.stream().map(field -> source(field, byName)).toArray(int[][]::new);
  }

  private static int[] source(Field field, Map<String, Integer> byName) {
    for (String column : field.columns()) {
      String[] parts = column.split("\\+");
      int[] found = new int[parts.length];
      boolean all = true;
      for (int i = 0; i < parts.length; i++) {
        found[i] = byName.getOrDefault(folded(parts[i]), -1);
        all &= found[i] >= 0;
      }
      if (all) {
        return found;
      }
    }
    return NONE;
  }

  /** A name without width, case and what people put into it: blanks, breaks, stars, dashes. */
  public static String folded(String column) {
    return SEPARATORS.matcher(Text.fold(column)).replaceAll("");
  }

  /** The folded name without a remark in brackets behind it: 出生日期（年月日） is 出生日期. */
  public static String foldedWithoutRemark(String column) {
    return folded(REMARK.matcher(Text.fold(column)).replaceFirst(""));
  }

  /**
   * How the file is understood by this header.
   *
   * @param separator in words, as in {@code comma}
   */
  public FileReading reading(String encoding, String separator) {
    Map<String, List<String>> found = new HashMap<>();
    for (int field = 0; field < sources.length; field++) {
      if (sources[field].length > 0) {
        found.put(
            fields.get(field).name(), Arrays.stream(sources[field]).mapToObj(names::get).toList());
      }
    }
    return new FileReading(encoding, separator, names, found);
  }

  public int width() {
    return width;
  }

  /** The file's columns that make up a field, in order; empty when the file has none. */
  int[] source(int field) {
    return sources[field];
  }

  int fields() {
    return sources.length;
  }

  /** Whether a row is the head once more, as where two exports were put together. */
  boolean repeats(CsvRow row, byte[] text) {
    int from = row.from(0);
    if (!Arrays.equals(text, from, row.to(0), firstName, 0, firstName.length)) {
      return false;
    }
    for (int i = 0; i < width; i++) {
      if (!row.text(text, i).equals(names.get(i))) {
        return false;
      }
    }
    return width > 1;
  }

  public String widthFault(int found) {
    return "expected " + width + " values, found " + found;
  }

  /** A row's values in the fields' order; columns that the row lacks are empty. */
  public String[] values(List<String> row) {
    String[] values = new String[sources.length];
    for (int field = 0; field < values.length; field++) {
      StringBuilder joined = new StringBuilder();
      boolean date = sources[field].length > 1 && fields.get(field).role() == Role.DATE;
      boolean written = false;
      for (int column : sources[field]) {
        String part = column < row.size() ? row.get(column) : "";
        written |= !part.isBlank();
        // In a date out of several columns an empty part keeps its place.
        part = date && part.isBlank() ? "0" : part;
        joined.append(joined.length() == 0 || part.isBlank() ? "" : " ").append(part);
      }
      values[field] = written ? joined.toString() : "";
    }
    return values;
  }
}
