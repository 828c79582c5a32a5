package org.censusflow.linkage.population;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads the rows that begin within one part of a CSV file. */
final class CsvPart {

  /**
   * A quoted value that is longer was opened by mistake: its row is given up, the next line is a
   * row again.
   */
  private static final long OVERLAP = 4096;

  private static final int LONGEST_ROW = 1 << 20;

  private final ByteSource source;
  private final List<Field> fields;
  private final Header header;
  private final CsvRow row;
  private final Population.Builder rows;
  private final List<RejectedRow> rejected = new ArrayList<>();
  private final List<byte[]> scratch = new ArrayList<>();
  private byte[] buffer;
  private int filled;
  private long line = 1;
  private long firstRow;
  private long behindLastRow;

  CsvPart(
      ByteSource source,
      CsvDialect dialect,
      Header header,
      List<Field> fields,
      int expectedRows,
      byte[] buffer) {
    this.buffer = buffer;
    this.source = source;
    this.fields = fields;
    this.header = header;
    row = new CsvRow(dialect.separator());
    rows = new Population.Builder(fields, expectedRows);
    scratch.add(new byte[256]);
  }

  /**
   * Reads the rows that begin from {@code start} (a row's beginning when {@code aligned}, else
   * anywhere: the first line that begins behind it counts) and before {@code end}.
   */
  void read(long start, long end, boolean aligned) throws IOException {
    long base = aligned ? start : start - 1;
    load(base, (int) (end - base));
    int stop = (int) (end - base);
    int at = aligned ? 0 : firstLine();
    firstRow = base + at;
    while (at < stop) {
      int next = row.read(buffer, at, filled, base + filled == source.length());
      if (next == CsvRow.INCOMPLETE && filled - at < LONGEST_ROW) {
        loadMore(base, at, filled + Math.max((int) OVERLAP, filled - at));
        continue;
      }
      if (next == CsvRow.INCOMPLETE) {
        next = giveUp(base, at, filled, "quote is not closed");
      } else if (row.fault() != null) {
        next = giveUp(base, at, next, row.fault());
      } else if (row.lines() > 1 && row.width() != header.width()) {
        next = giveUp(base, at, next, header.widthFault(row.width()));
      } else {
        take();
        line += row.lines();
      }
      at = next;
    }
    behindLastRow = base + at;
  }

  private int firstLine() {
    int at = 0;
    while (at < filled && buffer[at] != '\n') {
      at++;
    }
    return at + 1;
  }

  /** Reads the part, and a little more for the row that ends behind it. */
  private void load(long base, int wanted) throws IOException {
    filled = (int) Math.min(wanted + OVERLAP, source.length() - base);
    if (buffer.length < filled) {
      buffer = new byte[filled];
    }
    source.read(base, buffer, 0, filled);
  }

  /** Reads further; the row at hand again as well, since quoted values were changed in place. */
  private void loadMore(long base, int at, int wanted) throws IOException {
    filled = (int) Math.min(wanted, source.length() - base);
    if (buffer.length < filled) {
      buffer = Arrays.copyOf(buffer, filled);
    }
    source.read(base + at, buffer, at, filled - at);
  }

  /** Rejects the line at hand; the next line is a row again, whatever quotes were opened. */
  private int giveUp(long base, int at, int behind, String reason) throws IOException {
    rejected.add(new RejectedRow(line, reason));
    source.read(base + at, buffer, at, behind - at);
    int next = at;
    while (next < filled && buffer[next] != '\n') {
      next++;
    }
    line++;
    return next + 1;
  }

  private void take() {
    if (row.from(0) == row.to(0) && row.empty()) {
      return;
    }
    if (row.width() != header.width() && !row.fit(header.width())) {
      rejected.add(new RejectedRow(line, header.widthFault(row.width())));
      return;
    }
    if (header.repeats(row, buffer)) {
      return;
    }
    for (int field = 0; field < header.fields(); field++) {
      int[] columns = header.source(field);
      if (columns.length == 1) {
        add(field, buffer, row.from(columns[0]), row.to(columns[0]));
      } else {
        addJoined(field, columns, fields.get(field).role() == Role.DATE);
      }
    }
  }

  private void add(int field, byte[] text, int from, int to) {
    while (from < to && text[from] <= ' ' && text[from] >= 0) {
      from++;
    }
    while (from < to && text[to - 1] <= ' ' && text[to - 1] >= 0) {
      to--;
    }
    rows.add(field, text, from, to);
  }

  /** In a date out of several columns an empty part keeps its place, as 0. */
  private void addJoined(int field, int[] columns, boolean date) {
    byte[] joined = scratch.get(0);
    int length = 0;
    boolean written = false;
    for (int column : columns) {
      int size = row.to(column) - row.from(column);
      if (length + size + 2 > joined.length) {
        joined = Arrays.copyOf(joined, (length + size + 2) * 2);
        scratch.set(0, joined);
      }
      if (length > 0) {
        joined[length++] = ' ';
      }
      System.arraycopy(buffer, row.from(column), joined, length, size);
      length += size;
      written |= size > 0;
      if (size == 0 && date) {
        joined[length++] = '0';
      }
    }
    add(field, joined, 0, written ? length : 0);
  }

  Population.Builder rows() {
    return rows;
  }

  /** Rejected rows, with lines counted from the part's beginning. */
  List<RejectedRow> rejected() {
    return rejected;
  }

  /** Lines that the part's rows take. */
  long lines() {
    return line - 1;
  }

  /** Position of the first row. */
  long firstRow() {
    return firstRow;
  }

  /** Position behind the last row: the next part's first row, unless a cut fell into quotes. */
  long behindLastRow() {
    return behindLastRow;
  }

  /** Gives the buffer back, for the next part. */
  byte[] release() {
    byte[] released = buffer;
    buffer = null;
    return released;
  }
}
