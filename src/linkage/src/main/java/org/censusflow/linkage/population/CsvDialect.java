package org.censusflow.linkage.population;

import java.util.ArrayList;
import java.util.List;

/**
 * What the first line of a CSV file tells: separator, column names, where the rows begin.
 *
 * @param separator comma, semicolon, tab or bar, whichever stands most often in the first line
 * @param columns the column names
 * @param bodyStart position of the first byte behind the header
 */
record CsvDialect(byte separator, List<String> columns, int bodyStart) {

  private static final byte[] SEPARATORS = {',', ';', '\t', '|'};

  /** Reads the header out of a file's first bytes; a byte-order mark is passed over. */
  static CsvDialect of(byte[] head, int length) {
    int start =
        length >= 3 && head[0] == (byte) 0xef && head[1] == (byte) 0xbb && head[2] == (byte) 0xbf
            ? 3
            : 0;
    byte separator = separator(head, start, length);
    CsvRow row = new CsvRow(separator);
    int end = row.read(head, start, length, true);
    List<String> columns = new ArrayList<>();
    for (int i = 0; i < row.width(); i++) {
      columns.add(row.text(head, i));
    }
    return new CsvDialect(separator, columns, end < 0 ? length : end);
  }

  String separatorInWords() {
    return switch (separator) {
      case ';' -> "semicolon";
      case '\t' -> "tab";
      case '|' -> "bar";
      default -> "comma";
    };
  }

  private static byte separator(byte[] head, int start, int length) {
    int[] counts = new int[SEPARATORS.length];
    boolean quoted = false;
    for (int i = start; i < length && (quoted || head[i] != '\n'); i++) {
      quoted ^= head[i] == '"';
      for (int s = 0; s < counts.length && !quoted; s++) {
        counts[s] += head[i] == SEPARATORS[s] ? 1 : 0;
      }
    }
    int best = 0;
    for (int s = 1; s < counts.length; s++) {
      best = counts[s] > counts[best] ? s : best;
    }
    return SEPARATORS[best];
  }
}
