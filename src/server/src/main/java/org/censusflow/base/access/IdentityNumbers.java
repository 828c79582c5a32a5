package org.censusflow.base.access;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.censusflow.linkage.population.ResidentId;

/**
 * Numbers with an area and a birth date in them: of residents (GB 11643, 15 and 18 digits, the
 * permits of residents from Hong Kong, Macao and Taiwan among them) and of foreigners who live here
 * for good (18 digits, beginning with 9).
 */
final class IdentityNumbers {

  private static final int LONG = 18;
  private static final int SHORT = 15;

  /** More groups than people write an identity number in; dates and counts come together so. */
  private static final int MOST_GROUPS = 5;

  private static final String PROVINCE = "(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])";
  private static final Pattern RESIDENT = Pattern.compile(PROVINCE + "\\d+[\\dxX]");
  private static final Pattern FOREIGNER = Pattern.compile("9" + PROVINCE + "\\d{14}[\\dxX]");

  private IdentityNumbers() {}

  static boolean ofResidents(DigitRun run) {
    return run.hold(SHORT, LONG, IdentityNumbers::isResident)
        || run.groups().stream().anyMatch(IdentityNumbers::isWithin);
  }

  static boolean ofForeigners(DigitRun run) {
    return run.hold(
        LONG,
        LONG,
        part ->
            isOneNumber(part)
                && FOREIGNER.matcher(part.digits()).matches()
                && hasBirthDate(part.digits()));
  }

  static boolean isProvince(String digits) {
    return digits.matches(PROVINCE + "\\d*");
  }

  static boolean isDay(String monthAndDay) {
    int month = Integer.parseInt(monthAndDay.substring(0, 2));
    int day = Integer.parseInt(monthAndDay.substring(2));
    return month >= 1 && month <= 12 && day >= 1 && day <= 31;
  }

  private static boolean isResident(DigitRun part) {
    String digits = part.digits();
    return isResident(digits) && (isOneNumber(part) || isValid(digits));
  }

  private static boolean isOneNumber(DigitRun part) {
    return part.isSpelled() || part.groups().size() <= MOST_GROUPS;
  }

  private static boolean isResident(String digits) {
    if (!RESIDENT.matcher(digits).matches()) {
      return false;
    }
    if (digits.length() == LONG) {
      return hasBirthDate(digits);
    }
    // Codes of blocks have 15 digits as well, and their streets begin with 0 to 2: such years of
    // birth would be those of people past ninety.
    return digits.length() == SHORT
        && Character.isDigit(digits.charAt(SHORT - 1))
        && digits.charAt(6) >= '3'
        && isDay(digits.substring(8, 12));
  }

  private static boolean hasBirthDate(String digits) {
    int year = Integer.parseInt(digits.substring(6, 10));
    return year >= 1850 && year < 2100 && isDay(digits.substring(10, 14));
  }

  /** In a longer row of digits only a number whose check digit holds is taken for one. */
  private static boolean isWithin(String digits) {
    for (int at = 0; digits.length() > LONG && at + LONG <= digits.length(); at++) {
      String part = digits.substring(at, at + LONG);
      if (isResident(part) && isValid(part)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isValid(String digits) {
    byte[] bytes = digits.getBytes(StandardCharsets.US_ASCII);
    return ResidentId.isValid(ResidentId.parse(bytes, 0, bytes.length));
  }
}
