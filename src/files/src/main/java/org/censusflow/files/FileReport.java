package org.censusflow.files;

import java.util.List;
import java.util.Map;

/**
 * What would become of a file that is handed in. Values of rows are not quoted, but for the first
 * rows as they are understood.
 *
 * @param readable whether it is a table with the columns that are asked for
 * @param reason why it is not, in Chinese; null otherwise
 * @param format {@code csv}, {@code xlsx} or what else it is
 * @param encoding of a text; null otherwise
 * @param columns what each column was taken for, by its name; empty for one that nothing asks for
 * @param rows records in the file
 * @param notes what was noticed and what is done about it, one line each, in Chinese
 * @param rejects the first rows that are not accepted
 * @param preview the first rows that are accepted, as they are understood
 */
public record FileReport(
    boolean readable,
    String reason,
    String format,
    String encoding,
    String sha256,
    long bytes,
    Map<String, String> columns,
    int rows,
    int accepted,
    int rejected,
    List<String> notes,
    List<Reject> rejects,
    List<List<String>> preview) {

  /** So many rejected rows are named. */
  static final int SHOWN_REJECTS = 200;

  static final int PREVIEWED = 5;

  /** A row that is not accepted: its line in the file and why, in Chinese. */
  public record Reject(long line, String reason) {}

  /** Whether every row of the file is accepted. */
  public boolean sound() {
    return readable && rejected == 0 && rows > 0;
  }
}
