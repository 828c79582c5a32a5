package org.censusflow.files;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Splits rows of CSV (RFC 4180) within a buffer of UTF-8. Quoted cells are freed of their quotes in
 * place.
 */
final class TextRow {

  /** No row ends within the buffer. */
  static final int INCOMPLETE = -1;

  private final byte separator;
  private final byte lineEnd;
  private int[] from = new int[32];
  private int[] to = new int[32];
  private int width;
  private int lines;
  private boolean broken;
  private boolean escapes;

  TextRow(byte separator, byte lineEnd) {
    this.separator = separator;
    this.lineEnd = lineEnd;
  }

  /**
   * Reads the row at {@code start}.
   *
   * @param last whether the text ends at {@code limit}
   * @param withEscapes whether a backslash within quotes takes the next character as it is, as
   *     MySQL and Hive write them
   * @return the position behind the row, or {@link #INCOMPLETE}
   */
  int read(byte[] text, int start, int limit, boolean last, boolean withEscapes) {
    width = 0;
    lines = 1;
    broken = false;
    escapes = withEscapes;
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
            at > begin && text[at - 1] == '\r' && (at == limit || text[at] == lineEnd)
                ? at - 1
                : at;
      }
      width++;
      if (at >= limit || text[at] == lineEnd) {
        return Math.min(at + 1, limit);
      }
      at++;
    }
  }

  /** Position of the next separator or line break, or {@code limit}. */
  private int end(byte[] text, int begin, int limit) {
    byte cell = separator;
    byte line = lineEnd;
    for (int at = begin; at < limit; at++) {
      byte b = text[at];
      if (b == cell || b == line) {
        return at;
      }
    }
    return limit;
  }

  /** Reads a cell that begins with a quote and returns the position of what ends it. */
  private int quoted(byte[] text, int start, int limit, boolean last) {
    int out = start + 1;
    from[width] = out;
    int at = start + 1;
    while (true) {
      if (at >= limit) {
        if (!last) {
          return INCOMPLETE;
        }
        broken = true;
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
      } else if (b == '\\' && escapes && at < limit && (text[at] == '"' || text[at] == '\\')) {
        b = text[at++];
      } else if (b == lineEnd) {
        lines++;
      }
      text[out++] = b;
    }
    if (at >= limit && !last) {
      return INCOMPLETE;
    }
    to[width] = out;
    while (at < limit && text[at] != separator && text[at] != lineEnd) {
      broken |= text[at] != '\r' && text[at] != ' ';
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

  /** Whether a quote is not closed, or text stands behind one that is. */
  boolean broken() {
    return broken;
  }

  String text(byte[] buffer, int column) {
    return new String(buffer, from[column], to[column] - from[column], StandardCharsets.UTF_8);
  }
}
