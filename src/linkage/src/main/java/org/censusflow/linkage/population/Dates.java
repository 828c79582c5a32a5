package org.censusflow.linkage.population;

import java.nio.charset.StandardCharsets;

/**
 * Dates as {@code yyyymmdd} numbers; {@code yyyymm00} and {@code yyyy0000} where the rest is
 * unknown, 0 when missing.
 */
public final class Dates {

  private static final int[] DAYS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  private static final String REPUBLIC = "民国";
  private static final int REPUBLIC_BEFORE = 1911;

  private Dates() {}

  /**
   * Reads ISO dates, eight digits, and dates with {@code / . 年 月 日} between the parts; the year
   * comes first unless the last part has four digits (then day, month, year). A year of three
   * digits is one of the Republic's (民国109年 is 2020) or none. Without a month there is no day. An
   * impossible date of eight digits is kept as it stands: it still may agree with another copy of
   * the same slip.
   */
  public static int parse(byte[] text, int from, int to) {
    if (to - from == 10 && text[from + 4] == '-' && text[from + 7] == '-') {
      int year = number(text, from, from + 4);
      int month = number(text, from + 5, from + 7);
      int day = number(text, from + 8, to);
      if (year >= 0 && month >= 0 && day >= 0) {
        return year * 10000 + month * 100 + day;
      }
    }
    return from == to ? 0 : parseParts(text, from, to);
  }

  private static int parseParts(byte[] raw, int from, int to) {
    byte[] text = Text.folded(raw, from, to);
    int[] value = new int[4];
    int[] width = new int[4];
    int parts = 0;
    boolean inside = false;
    for (byte b : text) {
      if (b >= '0' && b <= '9') {
        if (!inside) {
          if (parts == 4 || parts == 3) {
            break;
          }
          parts++;
          inside = true;
        }
        if (++width[parts - 1] > 8) {
          return 0;
        }
        value[parts - 1] = value[parts - 1] * 10 + (b - '0');
      } else {
        inside = false;
      }
    }
    if (parts == 1 && width[0] == 8) {
      return value[0];
    }
    int year = year(text, value[0], width[0]);
    if (parts >= 1 && year > 0) {
      boolean month = parts > 1 && value[1] > 0;
      return year * 10000 + (month ? value[1] * 100 + (parts > 2 ? value[2] : 0) : 0);
    }
    if (parts == 1 && width[0] == 6) {
      return value[0] * 100;
    }
    if (parts == 3 && width[2] == 4 && value[0] < 100 && value[1] < 100) {
      return value[2] * 10000 + (value[1] > 0 ? value[1] * 100 + value[0] : 0);
    }
    return 0;
  }

  private static int year(byte[] text, int written, int digits) {
    if (digits == 4) {
      return written;
    }
    boolean republic = new String(text, StandardCharsets.UTF_8).startsWith(REPUBLIC);
    return republic && digits <= 3 ? written + REPUBLIC_BEFORE : 0;
  }

  private static int number(byte[] text, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      int digit = text[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  public static boolean isCalendarDate(int date) {
    int month = date / 100 % 100;
    int day = date % 100;
    int year = date / 10000;
    return month >= 1
        && month <= 12
        && day >= 1
        && day <= DAYS[month - 1]
        && year >= 1800
        && year < 2200
        && (month != 2 || day < 29 || isLeap(year));
  }

  private static boolean isLeap(int year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  }

  /** How many of the eight digits differ. */
  public static int digitsApart(int a, int b) {
    int apart = 0;
    for (int i = 0; i < 8; i++) {
      if (a % 10 != b % 10) {
        apart++;
      }
      a /= 10;
      b /= 10;
    }
    return apart;
  }

  /** Whether both are the same year with month and day exchanged. */
  public static boolean monthAndDaySwapped(int a, int b) {
    return a != b && a / 10000 == b / 10000 && a % 100 == b / 100 % 100 && b % 100 == a / 100 % 100;
  }

  /** The date in ISO form, without the parts that are unknown. */
  public static String format(int date) {
    if (date == 0) {
      return "";
    }
    String text = String.format("%04d", date / 10000);
    if (date % 10000 != 0) {
      text += String.format("-%02d", date / 100 % 100);
      if (date % 100 != 0) {
        text += String.format("-%02d", date % 100);
      }
    }
    return text;
  }
}
