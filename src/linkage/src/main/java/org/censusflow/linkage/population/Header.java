package org.censusflow.linkage.population;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which column of a file carries which field. */
public final class Header {

  private static final int[] NONE = {};

  private final int width;
  private final int[][] sources;
  private final List<String> columns;
  private final List<Field> fields;

  /**
   * @param columns as the file names them
   */
  public Header(List<String> columns, List<Field> fields) {
    width = columns.size();
    this.columns = List.copyOf(columns);
    this.fields = List.copyOf(fields);
    Map<String, Integer> byName = new HashMap<>();
    for (int i = 0; i < width; i++) {
      byName.putIfAbsent(folded(columns.get(i)), i);
      byName.putIfAbsent("#" + (i + 1), i);
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

  private static String folded(String column) {
    return column.strip().toLowerCase(Locale.ROOT);
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
            fields.get(field).name(),
            Arrays.stream(sources[field]).mapToObj(columns::get).toList());
      }
    }
    return new FileReading(encoding, separator, columns, found);
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
