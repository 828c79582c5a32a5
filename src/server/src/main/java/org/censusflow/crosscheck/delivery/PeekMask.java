package org.censusflow.crosscheck.delivery;

import java.util.function.Predicate;

/** Shows the shape of a line and none of its values. */
final class PeekMask {

  private static final int LONGEST = 300;

  private PeekMask() {}

  /**
   * @param known whether a cell is the name of a column, which is shown as it stands
   */
  static String line(String line, Predicate<String> known) {
    StringBuilder masked = new StringBuilder();
    int start = 0;
    for (int i = 0; i <= line.length() && masked.length() < LONGEST; i++) {
      if (i == line.length() || ",;\t|".indexOf(line.charAt(i)) >= 0) {
        String cell = line.substring(start, i);
        masked.append(known.test(cell) ? cell : masked(cell));
        if (i < line.length()) {
          masked.append(line.charAt(i));
        }
        start = i + 1;
      }
    }
    return masked.toString();
  }

  /** Digits as 0, Latin letters as a, everything else that is written as 〇; marks stay. */
  private static String masked(String cell) {
    StringBuilder masked = new StringBuilder();
    cell.codePoints()
        .forEach(
            c -> {
              if (Character.isDigit(c)) {
                masked.append('0');
              } else if (c < 128 && Character.isLetter(c)) {
                masked.append('a');
              } else if (Character.isLetter(c) || c == 0xfffd || c >= 0xe000) {
                masked.append('〇');
              } else {
                masked.appendCodePoint(c);
              }
            });
    return masked.toString();
  }
}
