package org.censusflow.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Cells that are merged over several rows of one column: the value stands in the first of them and
 * is meant for all. Where they are stands behind the rows, so the sheet is searched once before.
 */
final class MergedCells {

  private static final byte[] TAG = "mergeCell ".getBytes(StandardCharsets.US_ASCII);
  private static final int LONGEST_TAG = 200;
  private static final int MOST = 200_000;

  /** Rows from and to, from 1; column from 0. */
  private record Range(int from, int to, int column) {}

  private final List<Range> ranges = new ArrayList<>();

  /** Ranges that have begun, by column, with the value of their first cell. */
  private final Map<Integer, Range> open = new HashMap<>();

  private final Map<Integer, String> values = new HashMap<>();
  private int next;
  private long filled;

  static MergedCells read(InputStream sheet) throws IOException {
    MergedCells merged = new MergedCells();
    byte[] buffer = new byte[1 << 16];
    StringBuilder tag = null;
    int matched = 0;
    try (sheet) {
      for (int read = sheet.read(buffer); read > 0; read = sheet.read(buffer)) {
        for (int i = 0; i < read; i++) {
          byte b = buffer[i];
          if (tag == null) {
            matched = b == TAG[matched] ? matched + 1 : b == TAG[0] ? 1 : 0;
            if (matched == TAG.length) {
              tag = new StringBuilder();
              matched = 0;
            }
          } else if (b == '>' || b == '<' || tag.length() > LONGEST_TAG) {
            merged.add(tag.toString());
            tag = null;
          } else {
            tag.append((char) b);
          }
        }
      }
    }
    merged.ranges.sort(Comparator.comparingInt(Range::from));
    return merged;
  }

  private void add(String tag) {
    int at = tag.indexOf("ref=");
    if (at < 0 || at + 5 >= tag.length() || ranges.size() >= MOST) {
      return;
    }
    int end = tag.indexOf(tag.charAt(at + 4), at + 5);
    String[] corners = (end < 0 ? "" : tag.substring(at + 5, end)).split(":");
    if (corners.length == 2) {
      int column = SheetRows.column(corners[0]);
      int from = row(corners[0]);
      int to = row(corners[1]);
      if (column >= 0 && from > 0 && to > from) {
        ranges.add(new Range(from, to, column));
      }
    }
  }

  private static int row(String reference) {
    int digits = 0;
    while (digits < reference.length() && !Character.isDigit(reference.charAt(digits))) {
      digits++;
    }
    return CellFormats.number(reference.substring(digits));
  }

  boolean none() {
    return ranges.isEmpty();
  }

  /**
   * Fills the row's cells that belong to a cell above.
   *
   * @param row its number, which only grows
   * @return the row's width, which may have grown
   */
  int fill(int row, String[] cells, int width) {
    int wide = width;
    while (next < ranges.size() && ranges.get(next).from() <= row) {
      Range range = ranges.get(next++);
      if (range.to() >= row && range.column() < cells.length) {
        boolean there = range.from() == row && range.column() < width;
        open.put(range.column(), range);
        values.put(range.column(), there ? cells[range.column()] : "");
      }
    }
    open.values().removeIf(range -> range.to() < row);
    // A row without any cell of its own is no record, whatever is merged across it.
    if (width == 0) {
      return 0;
    }
    for (Map.Entry<Integer, Range> entry : open.entrySet()) {
      int column = entry.getKey();
      String value = values.get(column);
      if (entry.getValue().from() < row && !value.isEmpty()) {
        while (wide <= column) {
          cells[wide++] = "";
        }
        if (cells[column].isEmpty()) {
          cells[column] = value;
          filled++;
        }
      }
    }
    return wide;
  }

  /** How many cells got the value of the one above. */
  long filled() {
    return filled;
  }
}
