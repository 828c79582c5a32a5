package org.censusflow.crosscheck.delivery;

import java.util.List;

/** Writes values as a line of CSV. */
final class RejectLine {

  private RejectLine() {}

  static String of(List<String> values) {
    StringBuilder line = new StringBuilder();
    for (String value : values) {
      append(line, value);
    }
    return line.toString();
  }

  /** The row at hand as it came. */
  static String of(Records row) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.width(); i++) {
      append(line, row.text(i));
    }
    return line.toString();
  }

  static StringBuilder append(StringBuilder line, String value) {
    if (line.length() > 0) {
      line.append(',');
    }
    boolean quoted =
        value.isEmpty() && line.length() == 0
            || value.indexOf(',') >= 0
            || value.indexOf('"') >= 0
            || value.indexOf('\n') >= 0
            || value.indexOf('\r') >= 0;
    return quoted
        ? line.append('"').append(value.replace("\"", "\"\"")).append('"')
        : line.append(value);
  }

  /** Where a rejected row is kept, for its seal. */
  static String place(long delivery, int number) {
    return "delivery " + delivery + " reject " + number;
  }
}
