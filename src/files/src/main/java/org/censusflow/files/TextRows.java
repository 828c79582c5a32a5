package org.censusflow.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The rows of a text file (RFC 4180), in memory for a few rows at a time, whatever stands in it. A
 * quote that was opened by mistake costs its own line: the next line is a row again.
 */
final class TextRows implements Rows {

  /** A row that is longer was opened by a quote that nobody closed. */
  static final int LONGEST = 1 << 16;

  private static final int BUFFER = 1 << 18;

  private final InputStream in;
  private final TextDialect dialect;
  private final TextRow row;
  private byte[] buffer = new byte[BUFFER];

  /** The same bytes again: reading a quoted cell changes it in place. */
  private byte[] pristine = new byte[BUFFER];

  private int at;
  private int filled;
  private boolean last;
  private long line;
  private long nextLine;
  private int expected;
  private RowFault fault;

  /** The cells of a line that could not be taken apart, split at its separators; null otherwise. */
  private List<String> torn;

  /**
   * @param separator that was named with the file; 0 when it is to be found out
   */
  TextRows(InputStream text, Charset charset, char separator) throws IOException {
    in = StandardCharsets.UTF_8.equals(charset) ? text : new Utf8Input(text, charset);
    fill();
    dialect = TextDialect.of(buffer, Math.min(filled, LONGEST), separator);
    row = new TextRow(dialect.separator(), dialect.lineEnd());
    at = dialect.start();
    nextLine = dialect.firstLine();
  }

  @Override
  public boolean next() throws IOException {
    while (true) {
      if (at >= filled && !fill()) {
        return false;
      }
      int end = row.read(buffer, at, filled, last, false);
      if (end == TextRow.INCOMPLETE && filled - at < LONGEST) {
        restore();
        fill();
        continue;
      }
      line = nextLine;
      torn = null;
      fault = null;
      if (whole(end)) {
        at = end;
        nextLine += row.lines();
        return true;
      }
      restore();
      end = escaped();
      if (end < 0) {
        giveUp();
      } else {
        at = end;
        nextLine += row.lines();
      }
      return true;
    }
  }

  /**
   * Whether the row at hand is whole when it is read again with backslashes, and the position
   * behind it then; negative when it is not.
   */
  private int escaped() {
    int end = row.read(buffer, at, filled, last, true);
    if (whole(end)) {
      return end;
    }
    restore();
    return -1;
  }

  /** A row of several lines and another number of cells is one whose quote a later one ended. */
  private boolean whole(int end) {
    if (end == TextRow.INCOMPLETE || row.broken() || end - at > LONGEST) {
      return false;
    }
    if (expected == 0 && row.width() > 1) {
      expected = row.width();
    }
    return row.lines() == 1 || expected == 0 || row.width() == expected;
  }

  /** Takes the line at hand for the row, split at the separators whatever quotes it has. */
  private void giveUp() throws IOException {
    int end = at;
    while (end < filled && buffer[end] != dialect.lineEnd()) {
      end++;
    }
    torn = new ArrayList<>();
    if (end == filled && !last || end - at > LONGEST) {
      fault = RowFault.TOO_LONG;
      skipLine();
      return;
    }
    fault = RowFault.OPEN_QUOTE;
    int from = at;
    for (int i = at; i <= end; i++) {
      if (i == end || buffer[i] == dialect.separator()) {
        torn.add(new String(buffer, from, i - from, StandardCharsets.UTF_8).strip());
        from = i + 1;
      }
    }
    at = Math.min(end + 1, filled);
    nextLine++;
  }

  /** Passes over a line of any length without holding it. */
  private void skipLine() throws IOException {
    nextLine++;
    while (true) {
      while (at < filled) {
        if (buffer[at++] == dialect.lineEnd()) {
          return;
        }
      }
      if (!fill()) {
        return;
      }
    }
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

  @Override
  public boolean keepsEmptyCells() {
    return true;
  }

  @Override
  public long line() {
    return line;
  }

  @Override
  public RowFault fault() {
    return fault;
  }

  @Override
  public int width() {
    return torn == null ? row.width() : torn.size();
  }

  @Override
  public String text(int column) {
    return torn == null ? Cells.strip(row.text(buffer, column)) : torn.get(column);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
