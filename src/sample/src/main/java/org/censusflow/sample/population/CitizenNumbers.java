package org.censusflow.sample.population;

import java.time.LocalDate;

/**
 * Citizen identification numbers (GB 11643-1999): six digits of the division of first issue, birth
 * date, an order number that is odd for men, and a check character; and the 15-digit numbers issued
 * before 1999.
 */
final class CitizenNumbers {

  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECK = "10X98765432";

  private CitizenNumbers() {}

  static String compose(String area, LocalDate birth, int order) {
    StringBuilder id = new StringBuilder(18).append(area);
    Texts.padded(id, birth.getYear(), 4);
    Texts.padded(id, birth.getMonthValue(), 2);
    Texts.padded(id, birth.getDayOfMonth(), 2);
    Texts.padded(id, order, 3);
    return id.append(check(id)).toString();
  }

  static boolean valid(String id) {
    return id.length() == 18 && digits(id, 17) && id.charAt(17) == check(id);
  }

  /** The number as it was issued before 1999: no century and no check character. */
  static String fifteenDigits(String id) {
    return id.substring(0, 6) + id.substring(8, 17);
  }

  /** One digit read wrongly; the result never has a right check character. */
  static String digitError(String id, Rng rng) {
    while (true) {
      int at = rng.below(17);
      char digit = (char) ('0' + rng.below(10));
      String wrong = id.substring(0, at) + digit + id.substring(at + 1);
      if (digit != id.charAt(at) && !valid(wrong)) {
        return wrong;
      }
    }
  }

  /** Two neighbouring digits exchanged; the result never has a right check character. */
  static String neighboursSwapped(String id, Rng rng) {
    for (int attempt = 0; attempt < 60; attempt++) {
      int at = rng.below(16);
      if (id.charAt(at) != id.charAt(at + 1)) {
        String wrong =
            id.substring(0, at) + id.charAt(at + 1) + id.charAt(at) + id.substring(at + 2);
        if (!valid(wrong)) {
          return wrong;
        }
      }
    }
    return digitError(id, rng);
  }

  private static char check(CharSequence id) {
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      sum += (id.charAt(i) - '0') * WEIGHTS[i];
    }
    return CHECK.charAt(sum % 11);
  }

  private static boolean digits(String id, int length) {
    for (int i = 0; i < length; i++) {
      if (id.charAt(i) < '0' || id.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
