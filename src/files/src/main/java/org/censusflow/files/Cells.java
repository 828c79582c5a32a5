package org.censusflow.files;

import java.util.Locale;

/** What programs put around or in place of a cell's value. */
public final class Cells {

  private static final String GUARDED = "=+-@\t\r";

  /** So many digits a spreadsheet shows as a rounded number. */
  private static final int LONG_NUMBER = 12;

  private Cells() {}

  /** Without blanks of any kind, byte-order marks and zero-width marks around it. */
  static String strip(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(text.charAt(to - 1))) {
      to--;
    }
    return from == 0 && to == text.length() ? text : text.substring(from, to);
  }

  private static boolean isBlank(char c) {
    return c <= ' '
        || c >= 0x80
            && (Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || c == '\ufeff'
                || c == '\u200b'
                || c == '\u2060');
  }

  /**
   * The value that is meant: empty for the marks of databases for nothing, what stands within
   * {@code ="…"}, by which digits are kept from a spreadsheet, and without quotes around the whole
   * or the apostrophe of {@link #guarded}.
   */
  static String meant(String cell) {
    if (cell.isEmpty()) {
      return cell;
    }
    return switch (cell.charAt(0)) {
      case '\\' -> cell.equals("\\N") ? "" : cell;
      case 'N', 'n' -> isNothing(cell) ? "" : cell;
      case '(', '<', '[' -> cell.length() == 6 && isNothing(cell.substring(1, 5)) ? "" : cell;
      case '=' ->
          cell.length() > 2 && cell.startsWith("=\"") && cell.endsWith("\"")
              ? strip(cell.substring(2, cell.length() - 1).replace("\"\"", "\""))
              : cell;
      case '"' -> isWrapped(cell) ? strip(cell.substring(1, cell.length() - 1)) : cell;
      case '\'' -> isWrapped(cell) ? strip(cell.substring(1, cell.length() - 1)) : unguarded(cell);
      default -> cell;
    };
  }

  /** In quotes of its own, which a writer without RFC 4180 put around it. */
  private static boolean isWrapped(String cell) {
    char quote = cell.charAt(0);
    return cell.length() > 1
        && cell.charAt(cell.length() - 1) == quote
        && cell.indexOf(quote, 1) == cell.length() - 1;
  }

  private static boolean isNothing(String cell) {
    return cell.equalsIgnoreCase("null")
        || cell.equals("None")
        || cell.equals("nan")
        || cell.equals("NaN")
        || cell.equals("NaT");
  }

  private static String unguarded(String cell) {
    String bare = cell.substring(1);
    return guarded(bare).equals(cell) ? bare : cell;
  }

  /** Whether the cell holds what a spreadsheet shows in place of a value that it cannot compute. */
  public static boolean isError(String cell) {
    if (cell.length() < 4 || cell.length() > 13 || cell.charAt(0) != '#') {
      return false;
    }
    return switch (cell.toUpperCase(Locale.ROOT)) {
      case "#N/A",
          "#REF!",
          "#NAME?",
          "#VALUE!",
          "#DIV/0!",
          "#NUM!",
          "#NULL!",
          "#SPILL!",
          "#CALC!",
          "#FIELD!",
          "#GETTING_DATA" ->
          true;
      default -> cell.chars().allMatch(c -> c == '#');
    };
  }

  /**
   * Whether characters were lost on the way: the replacement character, or what GBK makes of it
   * (锟斤拷), or of memory that nobody wrote (烫烫烫, 屯屯屯).
   */
  public static boolean isGarbled(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c < '屯') {
        continue;
      }
      if (c == '\ufffd'
          || c == '锟' && cell.startsWith("锟斤拷", i)
          || c == '烫' && cell.startsWith("烫烫烫", i)
          || c == '屯' && cell.startsWith("屯屯屯", i)) {
        return true;
      }
    }
    return false;
  }

  /**
   * A value as it may stand in a file that somebody opens in a spreadsheet: with an apostrophe in
   * front where it would run as a formula, or be rounded as a number of more digits than a
   * spreadsheet keeps. Reading takes the apostrophe away.
   */
  public static String guarded(String value) {
    if (value.isEmpty()) {
      return value;
    }
    char first = value.charAt(0);
    boolean formula =
        GUARDED.indexOf(first) >= 0 || first == '＝' || first == '＋' || first == '－' || first == '＠';
    return formula || first <= '9' && first >= '0' && isLongNumber(value) ? "'" + value : value;
  }

  private static boolean isLongNumber(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) < '0' || value.charAt(i) > '9') {
        return false;
      }
    }
    return value.length() >= LONG_NUMBER;
  }
}
