package org.censusflow.files;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.censusflow.linkage.population.Dates;

/**
 * Dates as they are written in China: 2020-11-01, 20201101, 2020/11/1, 2020.11.1, 2020年11月1日,
 * 二〇二〇年十一月一日, 民国109年11月1日, with a time of day behind or not, also as one number (20201101083000),
 * in digits of any width. A moment with its offset from UTC is read as the day that it was in
 * China.
 */
public final class WrittenDates {

  private static final Pattern YEAR_FIRST = Pattern.compile("^\\D{0,2}(\\d{8}|\\d{4})(\\D.*|$)");
  private static final Pattern DAY_NUMBER = Pattern.compile("\\d{5}([.]\\d+)?");
  private static final Pattern COMPACT =
      Pattern.compile("(\\d{8})[\\sT]?(\\d{2})(\\d{2})(\\d{2}([.]?\\d{3})?)?");
  private static final Pattern EPOCH = Pattern.compile("-?\\d{9,13}");
  private static final Pattern REPUBLIC =
      Pattern.compile("(?:(?:中华|中華)?(?:民国|民國)\\s*|民(?=\\d))(元|\\d{1,3})\\s*年?(.*)");
  private static final Pattern WITH_OFFSET =
      Pattern.compile(
          "(\\d{4}-\\d{2}-\\d{2})[T ](\\d{2}:\\d{2}(?::\\d{2}(?:[.]\\d{1,9})?)?)\\s?(Z|[+-]\\d{2}:?\\d{2})");

  private static final String NUMERALS = "〇一二三四五六七八九";

  /** As on certificates, where nobody is to add a stroke; and what is typed for a zero. */
  private static final String FORMAL = "零壹贰叁肆伍陆柒捌玖拾貳參陸弍弌○OoＯ";

  private static final String PLAIN = "〇一二三四五六七八九十二三六二一〇〇〇〇";
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final int REPUBLIC_BEGAN = 1912;

  private WrittenDates() {}

  /** Reads a date; what is wrong with it is added to the faults, and the result is null then. */
  public static LocalDate read(String written, String label, List<String> faults) {
    if (written == null) {
      return null;
    }
    LocalDate iso = iso(written);
    if (iso != null) {
      return iso;
    }
    String text = plain(written);
    LocalDate day = day(text);
    if (day == null) {
      faults.add("“" + label + "”" + fault(text));
    }
    return day;
  }

  /** Reads a date; null when there is none. */
  public static LocalDate read(String written) {
    LocalDate iso = iso(written);
    return iso == null ? day(plain(written)) : iso;
  }

  private static LocalDate day(String text) {
    Matcher moment = WITH_OFFSET.matcher(text);
    if (moment.matches()) {
      return inChina(moment);
    }
    int date = number(text);
    return Dates.isCalendarDate(date)
        ? LocalDate.of(date / 10000, date / 100 % 100, date % 100)
        : null;
  }

  /** The day as {@code yyyymmdd}, which may be none of the calendar; 0 when it is no date. */
  private static int number(String text) {
    Matcher compact = COMPACT.matcher(text);
    if (compact.matches()) {
      boolean time =
          compact.group(2).compareTo("24") <= 0
              && compact.group(3).compareTo("60") < 0
              && (compact.group(4) == null || compact.group(4).compareTo("61") < 0);
      return time ? CellFormats.number(compact.group(1)) : 0;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return YEAR_FIRST.matcher(text).find() ? Dates.parse(bytes, 0, bytes.length) : 0;
  }

  private static LocalDate inChina(Matcher moment) {
    String offset = moment.group(3);
    String colon =
        offset.length() == 5 ? offset.substring(0, 3) + ":" + offset.substring(3) : offset;
    try {
      return OffsetDateTime.parse(moment.group(1) + "T" + moment.group(2) + colon)
          .atZoneSameInstant(CHINA)
          .toLocalDate();
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static String fault(String text) {
    if (text.matches(".*(农历|阴历|正月|腊月|初).*")) {
      return "是农历日期，请改为公历";
    }
    if (DAY_NUMBER.matcher(text).matches()) {
      return "是电子表格的天数，请把该列设为日期格式后重新导出";
    }
    if (EPOCH.matcher(text).matches() && !text.matches("(19|20)\\d{10}")) {
      return "是计算机时间戳（自 1970 年起的秒或毫秒数），请导出为 2020-11-01 的形式";
    }
    int date = number(text);
    if (date != 0) {
      return date % 100 == 0 && !text.matches(".*\\D0?0$|\\d{8}.*") ? "缺少月或日" : "不是日历上有的日期";
    }
    return "不是日期（应为 2020-11-01 的形式，年份在前）";
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

  /**
   * Digits of any width and Chinese numerals as plain digits, the Republic's years as those of our
   * era, the first month (元月) by its number; everything else stays.
   */
  private static String plain(String written) {
    StringBuilder text = new StringBuilder(written.length());
    boolean chinese = false;
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if (c >= '０' && c <= '９') {
        text.append((char) (c - 0xfee0));
      } else if (Character.getType(c) != Character.FORMAT) {
        chinese |=
            NUMERALS.indexOf(c) > 0 || FORMAL.indexOf(c) > 0 && c > 0x80 || c == '十' || c == '元';
        text.append(c);
      }
    }
    String plain = text.toString().strip();
    if (chinese) {
      plain = numerals(plain.replace("元月", "1月"));
    }
    Matcher republic = REPUBLIC.matcher(plain);
    if (!republic.matches()) {
      return plain;
    }
    int year = republic.group(1).equals("元") ? 1 : Integer.parseInt(republic.group(1));
    return REPUBLIC_BEGAN - 1 + year + "年" + republic.group(2).replaceFirst("^[-/.]", "");
  }

  private static String numerals(String written) {
    StringBuilder text = new StringBuilder();
    String plain = written.replace("廿", "二十").replace("卅", "三十");
    for (int i = 0; i < FORMAL.length(); i++) {
      plain = plain.replace(FORMAL.charAt(i), PLAIN.charAt(i));
    }
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
