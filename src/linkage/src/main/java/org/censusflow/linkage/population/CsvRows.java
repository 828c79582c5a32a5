package org.censusflow.linkage.population;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Reads CSV (RFC 4180) row by row out of a stream of UTF-8, in memory for a few rows at a time. The
 * separator is the one that stands most often in the first line, which names the columns. A quote
 * that was opened by mistake costs its own line: the next line is a row again.
 */
public final class CsvRows {

  private static final int BUFFER = 1 << 18;

  /** A row that is longer was opened by a quote that nobody closed. */
  private static final int LONGEST_ROW = 1 << 16;

  private final InputStream in;
  private final byte separator;
  private final CsvRow row;
  private final List<String> header;
  private byte[] buffer = new byte[BUFFER];

  /** The same bytes again: reading a quoted value changes it in place. */
  private byte[] pristine = new byte[BUFFER];

  private int at;
  private int filled;
  private boolean last;
  private long line;
  private long nextLine = 1;
  private int[] lineFrom;
  private String fault;

  /**
   * @param utf8 read to its end and not closed
   */
  public CsvRows(InputStream utf8) throws IOException {
    in = utf8;
    fill();
    CsvDialect dialect = CsvDialect.of(buffer, Math.min(filled, LONGEST_ROW));
    separator = dialect.separator();
    header = dialect.columns();
    row = new CsvRow(separator);
    at = dialect.bodyStart();
    for (int i = 0; i < at; i++) {
      nextLine += pristine[i] == '\n' ? 1 : 0;
    }
  }

  /** The names of the columns. */
  public List<String> header() {
    return header;
  }

  /**
   * Goes to the next row; blank lines are passed over.
   *
   * @return false behind the last row
   */
  public boolean next() throws IOException {
    while (true) {
      if (at >= filled && !fill()) {
        return false;
      }
      int end = row.read(buffer, at, filled, last);
      if (end == CsvRow.INCOMPLETE && filled - at < LONGEST_ROW) {
        restore();
        fill();
        continue;
      }
      line = nextLine;
      fault = end == CsvRow.INCOMPLETE ? "quote is not closed" : row.fault();
      boolean torn = row.lines() > 1 && row.width() != header.size();
      if (fault != null || torn) {
        fault = fault == null ? "quote is not closed" : fault;
        giveUp();
        return true;
      }
      lineFrom = null;
      at = end;
      nextLine += row.lines();
      if (!row.blank()) {
        return true;
      }
    }
  }

  /** Takes the line at hand for the row, split at the separators whatever quotes it has. */
  private void giveUp() {
    restore();
    int end = at;
    int columns = 1;
    while (end < filled && buffer[end] != '\n') {
      columns += buffer[end] == separator ? 1 : 0;
      end++;
    }
    lineFrom = new int[columns + 1];
    lineFrom[0] = at;
    int column = 1;
    for (int i = at; i < end; i++) {
      if (buffer[i] == separator) {
        lineFrom[column++] = i + 1;
      }
    }
    lineFrom[columns] = end + 1;
    at = Math.min(end + 1, filled);
    nextLine++;
  }

  private void restore() {
    System.arraycopy(pristine, at, buffer, at, filled - at);
  }

  /** Reads further behind the row at hand, and says whether there is anything to read. */
  private boolean fill() throws IOException {
    System.arraycopy(pristine, at, pristine, 0, filled - at);
    filled -= at;
    at = 0;
    if (filled > pristine.length / 2) {
      pristine = Arrays.copyOf(pristine, pristine.length * 2);
      buffer = new byte[pristine.length];
    }
    int read = last ? 0 : in.readNBytes(pristine, filled, pristine.length - filled);
    filled += read;
    last = filled < pristine.length;
    System.arraycopy(pristine, 0, buffer, 0, filled);
    return filled > 0;
  }

  /** The line of the file on which the row starts, from 1 for the names of the columns. */
  public long line() {
    return line;
  }

  /** What is wrong with the row's form, or null. */
  public String fault() {
    return fault;
  }

  /** How many values the row has. */
  public int width() {
    return lineFrom == null ? row.width() : lineFrom.length - 1;
  }

  /** A value without the blanks around it. */
  public String text(int column) {
    if (lineFrom == null) {
      return row.text(buffer, column);
    }
    int from = lineFrom[column];
    return new String(buffer, from, lineFrom[column + 1] - 1 - from, StandardCharsets.UTF_8)
        .strip();
  }
}
