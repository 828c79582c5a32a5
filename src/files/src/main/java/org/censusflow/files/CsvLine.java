package org.censusflow.files;

import java.util.List;

/**
 * A line of CSV (RFC 4180) for somebody who opens it in a spreadsheet: nothing in it runs as a
 * formula, and long numbers stay as they are ({@link Cells#guarded}).
 */
public final class CsvLine {

  private final StringBuilder line = new StringBuilder();
  private boolean begun;

  public static String of(List<String> values) {
    CsvLine line = new CsvLine();
    values.forEach(line::add);
    return line.toString();
  }

  /**
   * @param begin the line so far, as it was made by this class; may be empty
   */
  public static CsvLine behind(String begin) {
    CsvLine line = new CsvLine();
    line.line.append(begin);
    line.begun = !begin.isEmpty();
    return line;
  }

  public CsvLine add(String value) {
    if (begun) {
      line.append(',');
    }
    begun = true;
    String safe = Cells.guarded(value);
    boolean quoted =
        safe.isEmpty() && line.length() == 0
            || safe.indexOf(',') >= 0
            || safe.indexOf('"') >= 0
            || safe.indexOf('\n') >= 0
            || safe.indexOf('\r') >= 0;
    if (quoted) {
      line.append('"').append(safe.replace("\"", "\"\"")).append('"');
    } else {
      line.append(safe);
    }
    return this;
  }

  @Override
  public String toString() {
    return line.toString();
  }
}
