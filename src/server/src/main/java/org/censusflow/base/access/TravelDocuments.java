package org.censusflow.base.access;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers of passports, of permits to travel between the mainland, Hong Kong, Macao and Taiwan, and
 * of permits to live here. Those with letters of their own are known by them, the others when the
 * text names the document before them.
 */
final class TravelDocuments {

  private static final String BETWEEN = "[\\s\\-.]?";
  private static final String BEGIN = "(?<![A-Za-z0-9])";
  private static final String END = "(?![A-Za-z0-9])";

  /** Ordinary passports (E, G) and permits of residents of Hong Kong and Macao (H, M). */
  private static final Pattern LETTER =
      Pattern.compile(BEGIN + "[EGHMeghm]" + BETWEEN + "(" + digits(7) + "(?:\\d{2})?)" + END);

  /** Ordinary passports since all numbers of E are given out, service and diplomatic ones. */
  private static final Pattern TWO_LETTERS =
      Pattern.compile(BEGIN + "(?:[Ee][A-Za-z]|[DSPdsp][Ee])" + BETWEEN + digits(6) + END);

  /** Permits of foreigners who live here for good, as issued until 2023: country, area, birth. */
  private static final Pattern PERMANENT =
      Pattern.compile("(?<![A-Za-z])[A-Za-z]{3}" + BETWEEN + "(\\d{12})" + END);

  /** A document's name, at most a few words, and a number of 6 to 12 digits. */
  private static final Pattern NAMED =
      Pattern.compile(
          "(?:护照|通行证|台胞证|回乡证|旅行证|居住证|居留证|居留身份证|证件号)"
              + "(?:(?!电话|热线|拨打)(?:[^0-9A-Za-z\\n]|\\d(?!\\d))){0,10}?"
              + BEGIN
              + "([A-Za-z]{0,3}"
              + BETWEEN
              + "(?:\\d{6,12}|\\d{3,4}(?:[\\s\\-.]\\d{3,4}){1,2}|\\d(?:[\\s\\-.]\\d){5,11}))"
              + END
              + "(?!\\s?[张本份件人户])");

  private static final int SHORTEST = 7;
  private static final Pattern DATE = Pattern.compile("(?:19|20)\\d\\d(\\d{4})");
  private static final Pattern DATE_IN_GROUPS =
      Pattern.compile("(?:19|20)\\d\\d\\D\\d\\d\\D\\d\\d");

  private TravelDocuments() {}

  static boolean in(String plain) {
    return TWO_LETTERS.matcher(plain).find()
        || LETTER.matcher(plain).results().anyMatch(it -> !isDateInGroups(it.group(1)))
        || PERMANENT.matcher(plain).results().anyMatch(it -> isPermanent(it.group(1)))
        || NAMED.matcher(plain).results().anyMatch(it -> isNumber(it.group(1)));
  }

  private static String digits(int more) {
    return "\\d(?:" + BETWEEN + "\\d){" + more + "}";
  }

  private static boolean isDateInGroups(String number) {
    return DATE_IN_GROUPS.matcher(number).matches();
  }

  private static boolean isPermanent(String digits) {
    return IdentityNumbers.isProvince(digits) && IdentityNumbers.isDay(digits.substring(6, 10));
  }

  private static boolean isNumber(String written) {
    String number = written.replaceAll("[^0-9A-Za-z]", "");
    Matcher date = DATE.matcher(number);
    return number.length() >= SHORTEST && !(date.matches() && IdentityNumbers.isDay(date.group(1)));
  }
}
