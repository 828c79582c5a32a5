package org.censusflow.files;

/**
 * How a text file is divided, told by its first lines.
 *
 * @param separator comma, semicolon, tab or bar: whichever stands most often in the first line that
 *     has any, unless a line {@code sep=;} in front names it, as Excel writes and reads it
 * @param lineEnd line feed, or carriage return where no line feed is (Excel for Mac)
 * @param start position of the first byte of the first row
 * @param firstLine number of its line, from 1
 */
record TextDialect(byte separator, byte lineEnd, int start, int firstLine) {

  private static final byte[] SEPARATORS = {',', ';', '\t', '|'};
  private static final int LINES = 10;

  /**
   * @param wanted separator that was named with the file; 0 when it is to be found out
   */
  static TextDialect of(byte[] head, int length, char wanted) {
    int start = FileKind.starts(head, length, "\u00ef\u00bb\u00bf") ? 3 : 0;
    byte lineEnd = lineEnd(head, start, length);
    int end = lineEnd(head, start, length, lineEnd);
    int last = end > start && head[end - 1] == '\r' ? end - 1 : end;
    boolean named =
        last - start == 5
            && (head[start] | 32) == 's'
            && (head[start + 1] | 32) == 'e'
            && (head[start + 2] | 32) == 'p'
            && head[start + 3] == '=';
    if (named) {
      return new TextDialect(head[start + 4], lineEnd, Math.min(length, end + 1), 2);
    }
    byte separator = wanted == 0 ? separator(head, start, length, lineEnd) : (byte) wanted;
    return new TextDialect(separator, lineEnd, start, 1);
  }

  private static byte lineEnd(byte[] head, int from, int length) {
    boolean carriage = false;
    for (int i = from; i < length; i++) {
      if (head[i] == '\n') {
        return '\n';
      }
      carriage |= head[i] == '\r';
    }
    return carriage ? (byte) '\r' : (byte) '\n';
  }

  private static int lineEnd(byte[] head, int from, int length, byte lineEnd) {
    int at = from;
    while (at < length && head[at] != lineEnd) {
      at++;
    }
    return at;
  }

  private static byte separator(byte[] head, int from, int length, byte lineEnd) {
    int[] counts = new int[SEPARATORS.length];
    boolean quoted = false;
    int lines = 0;
    for (int i = from; i < length && lines < LINES; i++) {
      quoted ^= head[i] == '"';
      if (quoted) {
        continue;
      }
      for (int s = 0; s < counts.length; s++) {
        counts[s] += head[i] == SEPARATORS[s] ? 1 : 0;
      }
      if (head[i] == lineEnd) {
        lines++;
        if (counts[most(counts)] > 0) {
          break;
        }
      }
    }
    return SEPARATORS[most(counts)];
  }

  private static int most(int[] counts) {
    int best = 0;
    for (int s = 1; s < counts.length; s++) {
      best = counts[s] > counts[best] ? s : best;
    }
    return best;
  }
}
