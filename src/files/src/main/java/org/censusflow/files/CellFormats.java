package org.censusflow.files;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the numbers of a spreadsheet's cells stand for, by the cells' styles (ECMA-376 18.8.30):
 * days since 1900 or 1904, times, or numbers that are shown with zeros in front.
 */
final class CellFormats {

  private enum Meaning {
    NUMBER,
    DATE,
    TIME
  }

  /**
   * @param zeros digits that are shown at least; 0 for any
   */
  private record Format(Meaning meaning, int zeros) {

    static final Format NUMBER = new Format(Meaning.NUMBER, 0);

    static Format of(String code) {
      String bare = bare(code);
      if (!bare.isEmpty() && bare.chars().allMatch(c -> c == '0')) {
        return new Format(Meaning.NUMBER, bare.length());
      }
      // Words such as General or Standard hold letters that no date has.
      if (!bare.chars().allMatch(Format::mayStandInDate)) {
        return NUMBER;
      }
      boolean day =
          bare.indexOf('y') >= 0 || bare.indexOf('d') >= 0 || bare.matches(".*(e(?![+-])|aaa).*");
      boolean time = bare.indexOf('h') >= 0 || bare.indexOf('s') >= 0;
      if (day || bare.indexOf('m') >= 0 && !time) {
        return new Format(Meaning.DATE, 0);
      }
      return time ? new Format(Meaning.TIME, 0) : NUMBER;
    }

    private static boolean mayStandInDate(int c) {
      return c < 'a' || c > 'z' || "ymdhseabg".indexOf(c) >= 0;
    }

    /** The first section without what is shown as it stands, colours, languages and conditions. */
    private static String bare(String code) {
      StringBuilder bare = new StringBuilder();
      boolean quoted = false;
      for (int i = 0; i < code.length(); i++) {
        char c = code.charAt(i);
        if (c == '"') {
          quoted = !quoted;
        } else if (quoted) {
          continue;
        } else if (c == '\\' || c == '_' || c == '*') {
          i++;
        } else if (c == ';') {
          break;
        } else if (c == '[') {
          int end = code.indexOf(']', i);
          String inside =
              code.substring(i + 1, end < 0 ? code.length() : end).toLowerCase(Locale.ROOT);
          bare.append(inside.matches("h+|m+|s+") ? inside.replace('m', 's') : "");
          i = end < 0 ? code.length() : end;
        } else {
          bare.append(c);
        }
      }
      return bare.toString().toLowerCase(Locale.ROOT).replace("am/pm", "h").replace("a/p", "h");
    }
  }

  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
  private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);
  private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
  private static final long DAY = 86_400;

  /** The day after the last that a spreadsheet knows, 9999-12-31. */
  private static final int BEHIND_LAST = 2_958_466;

  private final List<Format> styles = new ArrayList<>();
  private final boolean since1904;

  private CellFormats(boolean since1904) {
    this.since1904 = since1904;
  }

  static CellFormats read(PackedParts parts, String part, boolean since1904) throws IOException {
    CellFormats formats = new CellFormats(since1904);
    if (part == null || !parts.has(part)) {
      return formats;
    }
    Map<String, String> codes = new HashMap<>();
    boolean inCells = false;
    try (Markup xml = new Markup(parts.part(part))) {
      while (xml.next()) {
        if (xml.begins("numFmt")) {
          String id = xml.attribute("numFmtId");
          String code = xml.attribute("formatCode");
          codes.putIfAbsent(id == null ? "" : id, code == null ? "" : code);
        } else if (xml.begins("cellXfs")) {
          inCells = true;
        } else if (xml.ends("cellXfs")) {
          inCells = false;
        } else if (inCells && xml.begins("xf")) {
          formats.styles.add(format(xml.attribute("numFmtId"), codes));
        }
      }
    }
    return formats;
  }

  private static Format format(String id, Map<String, String> codes) {
    if (id == null) {
      return Format.NUMBER;
    }
    String code = codes.get(id);
    return code == null ? builtIn(number(id)) : Format.of(code);
  }

  /** Formats that files name by number alone; 27 to 58 as Chinese programs mean them. */
  private static Format builtIn(int id) {
    boolean date =
        id >= 14 && id <= 17
            || id == 22
            || id >= 27 && id <= 31
            || id == 36
            || id >= 50 && id <= 54
            || id == 57
            || id == 58;
    boolean time =
        id >= 18 && id <= 21
            || id >= 32 && id <= 35
            || id >= 45 && id <= 47
            || id == 55
            || id == 56;
    return date ? new Format(Meaning.DATE, 0) : time ? new Format(Meaning.TIME, 0) : Format.NUMBER;
  }

  /** A number that is not negative; -1 when it is none. */
  static int number(CharSequence digits) {
    int number = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) - '0';
      if (digit < 0 || digit > 9 || number > 100_000_000) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return digits.length() == 0 ? -1 : number;
  }

  /**
   * What a cell shows.
   *
   * @param number as the file writes it
   * @param style the cell's style; negative for none
   */
  String shown(String number, int style) {
    Format format = style < 0 || style >= styles.size() ? Format.NUMBER : styles.get(style);
    String plain = plain(number);
    try {
      return switch (format.meaning()) {
        case DATE -> date(Double.parseDouble(number), plain);
        case TIME -> time(Double.parseDouble(number), plain);
        case NUMBER -> padded(plain, format.zeros());
      };
    } catch (NumberFormatException e) {
      return plain;
    }
  }

  private static String padded(String number, int zeros) {
    boolean whole = zeros > 0 && number.length() < zeros && number(number) >= 0;
    return whole ? "0".repeat(zeros - number.length()) + number : number;
  }

  /**
   * Days as a spreadsheet counts them: it believes in 1900-02-29, and shows an empty source as the
   * day 1900-01-00. Both are no days, and read as none.
   */
  private String date(double days, String plain) {
    if (!(days >= 0 && days < BEHIND_LAST)) {
      return plain;
    }
    long seconds = Math.round(days * DAY);
    long day = seconds / DAY;
    if (!since1904 && (day == 0 || day == 60)) {
      return day == 0 ? "1900-01-00" : "1900-02-29";
    }
    LocalDate epoch = since1904 ? EPOCH_1904 : EPOCH_1900;
    LocalDate date = epoch.plusDays(!since1904 && day < 60 ? day + 1 : day);
    LocalDateTime moment = date.atStartOfDay().plusSeconds(seconds % DAY);
    return seconds % DAY == 0 ? date.toString() : SECONDS.format(moment);
  }

  private static String time(double days, String plain) {
    return days >= 0 && days < 1
        ? TIME.format(LocalDate.EPOCH.atStartOfDay().plusSeconds(Math.round(days * DAY)))
        : plain;
  }

  /** A number without exponent and without zeros behind the point. */
  private static String plain(String number) {
    boolean whole = true;
    for (int i = 0; i < number.length() && whole; i++) {
      whole = number.charAt(i) >= '0' && number.charAt(i) <= '9';
    }
    if (whole || number.length() > 40) {
      return number;
    }
    try {
      BigDecimal value = new BigDecimal(number);
      return Math.abs((long) value.scale()) > 400
          ? number
          : value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    } catch (NumberFormatException e) {
      return number;
    }
  }
}
