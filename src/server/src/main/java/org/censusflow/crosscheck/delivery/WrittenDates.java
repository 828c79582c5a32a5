package org.censusflow.crosscheck.delivery;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.censusflow.linkage.population.Dates;

/**
 * Dates as they are written in China: 2020-11-01, 20201101, 2020/11/1, 2020.11.1, 2020年11月1日,
 * 二〇二〇年十一月一日, with a time of day behind or not, in digits of any width.
 */
final class WrittenDates {

  private static final Pattern YEAR_FIRST = Pattern.compile("^\\D{0,2}(\\d{8}|\\d{4})(\\D.*|$)");
  private static final Pattern DAY_NUMBER = Pattern.compile("\\d{5}([.]\\d+)?");
  private static final String NUMERALS = "〇一二三四五六七八九";

  private WrittenDates() {}

  /** Reads a date; what is wrong with it is added to the faults, and the result is null then. */
  static LocalDate read(String written, String label, List<String> faults) {
    if (written == null) {
      return null;
    }
    LocalDate iso = iso(written);
    if (iso != null) {
      return iso;
    }
    String text = digits(written);
    if (DAY_NUMBER.matcher(text).matches()) {
      faults.add("“" + label + "”是电子表格的天数，请把该列设为日期格式后重新导出");
      return null;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int date = YEAR_FIRST.matcher(text).find() ? Dates.parse(bytes, 0, bytes.length) : 0;
    if (date == 0) {
      faults.add("“" + label + "”不是日期（应为 2020-11-01 的形式，年份在前）");
      return null;
    }
    if (!Dates.isCalendarDate(date)) {
      faults.add("“" + label + "”" + (date % 100 == 0 ? "缺少月或日" : "不是日历上有的日期"));
      return null;
    }
    return LocalDate.of(date / 10000, date / 100 % 100, date % 100);
  }

  /** The usual case, fast. */
  private static LocalDate iso(String text) {
    if (text.length() != 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
      return null;
    }
    int date = 0;
    for (int i = 0; i < 10; i++) {
      char c = text.charAt(i);
      if (i != 4 && i != 7) {
        if (c < '0' || c > '9') {
          return null;
        }
        date = date * 10 + (c - '0');
      }
    }
    return Dates.isCalendarDate(date)
        ? LocalDate.of(date / 10000, date / 100 % 100, date % 100)
        : null;
  }

  /** Digits of any width and Chinese numerals as plain digits; everything else stays. */
  private static String digits(String written) {
    StringBuilder text = new StringBuilder(written.length());
    boolean chinese = false;
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if (c >= '０' && c <= '９') {
        text.append((char) (c - 0xfee0));
      } else {
        chinese |= NUMERALS.indexOf(c) > 0 || c == '十' || c == '○' || c == '零';
        text.append(c);
      }
    }
    return chinese ? numerals(text.toString()) : text.toString();
  }

  private static String numerals(String written) {
    StringBuilder text = new StringBuilder();
    String plain = written.replace('○', '〇').replace('零', '〇').replace("廿", "二十");
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      int digit = NUMERALS.indexOf(c);
      if (c == '十') {
        boolean before = i > 0 && NUMERALS.indexOf(plain.charAt(i - 1)) > 0;
        boolean behind = i + 1 < plain.length() && NUMERALS.indexOf(plain.charAt(i + 1)) > 0;
        text.append(before ? "" : "1").append(behind ? "" : "0");
      } else if (digit >= 0) {
        text.append(digit);
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }
}
