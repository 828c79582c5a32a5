package org.censusflow.linkage.population;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Splits rows of CSV (RFC 4180) within a buffer. Quoted values are freed of their quotes in place.
 */
final class CsvRow {

  /** No row ends within the buffer. */
  static final int INCOMPLETE = -1;

  private final byte separator;
  private int[] from = new int[32];
  private int[] to = new int[32];
  private int width;
  private int lines;
  private String fault;

  CsvRow(byte separator) {
    this.separator = separator;
  }

  /**
   * Reads the row at {@code start}.
   *
   * @param last whether the text ends at {@code limit}
   * @return the position behind the row, or {@link #INCOMPLETE}
   */
  int read(byte[] text, int start, int limit, boolean last) {
    width = 0;
    lines = 1;
    fault = null;
    int at = start;
    while (true) {
      if (width == from.length) {
        from = Arrays.copyOf(from, width * 2);
        to = Arrays.copyOf(to, width * 2);
      }
      if (at < limit && text[at] == '"') {
        at = quoted(text, at, limit, last);
        if (at < 0) {
          return at;
        }
      } else {
        int begin = at;
        at = end(text, at, limit);
        if (at == limit && !last) {
          return INCOMPLETE;
        }
        from[width] = begin;
        to[width] =
            at > begin && text[at - 1] == '\r' && (at == limit || text[at] == '\n') ? at - 1 : at;
      }
      width++;
      if (at >= limit || text[at] == '\n') {
        return Math.min(at + 1, limit);
      }
      at++;
    }
  }

  /** Position of the next separator or line break, or {@code limit}. */
  private int end(byte[] text, int from, int limit) {
    // The program's hottest loop: one load and two comparisons a byte.
    byte end = separator;
    for (int at = from; at < limit; at++) {
      byte b = text[at];
      if (b == end || b == '\n') {
        return at;
      }
    }
    return limit;
  }

  /** Reads a value that begins with a quote and returns the position of what ends it. */
  private int quoted(byte[] text, int start, int limit, boolean last) {
    int out = start + 1;
    from[width] = out;
    int at = start + 1;
    while (true) {
      if (at >= limit) {
        if (!last) {
          return INCOMPLETE;
        }
        fault = "quote is not closed";
        to[width] = out;
        return limit;
      }
      byte b = text[at++];
      if (b == '"') {
        if (at < limit && text[at] == '"') {
          at++;
        } else {
          break;
        }
      } else if (b == '\n') {
        lines++;
      }
      text[out++] = b;
    }
    if (at >= limit && !last) {
      return INCOMPLETE;
    }
    to[width] = out;
    while (at < limit && text[at] != separator && text[at] != '\n') {
      if (text[at] != '\r' && text[at] != ' ') {
        fault = "text behind a closing quote";
      }
      at++;
    }
    return at;
  }

  int width() {
    return width;
  }

  /** How many lines of the file the row takes. */
  int lines() {
    return lines;
  }

  /** What is wrong with the row, or {@code null}. */
  String fault() {
    return fault;
  }

  /** Whether no value holds anything, as in rows of separators only. */
  boolean empty() {
    for (int i = 0; i < width; i++) {
      if (from[i] != to[i]) {
        return false;
      }
    }
    return true;
  }

  /**
   * Gives the row as many values as the head has: those missing at the end are empty, empty ones
   * too many are dropped.
   *
   * @return false when values are too many
   */
  boolean fit(int wanted) {
    while (width > wanted && from[width - 1] == to[width - 1]) {
      width--;
    }
    if (wanted > from.length) {
      from = Arrays.copyOf(from, wanted);
      to = Arrays.copyOf(to, wanted);
    }
    while (width < wanted) {
      from[width] = to[width - 1];
      to[width] = to[width - 1];
      width++;
    }
    return width == wanted;
  }

  int from(int column) {
    return from[column];
  }

  int to(int column) {
    return to[column];
  }

  String text(byte[] buffer, int column) {
    return new String(buffer, from[column], to[column] - from[column], StandardCharsets.UTF_8)
        .strip();
  }
}
