package org.censusflow.base.access;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Shows so little of an identity number that what is shown does not give the number back, not even
 * with what stands beside it.
 *
 * <p>Of eighteen characters six are the place of first issue, which for most people of a district
 * is the district's own code; eight are the birth date and the parity of the last order digit is
 * the sex, and both are on the page. What is left unknown is the order number, 500 for one sex, and
 * the check character follows from the rest. Showing the last four characters, as is the habit,
 * leaves one number; the last two leave 9, as a check character cuts 100 down to an eleventh. The
 * last one alone leaves 45, and still tells two numbers apart ten times out of eleven. For the rest
 * there is {@link #compared}: it says where two numbers differ and not in what. An officer who
 * needs a number reads it from the certificate on the doorstep and enters it anew.
 */
public final class Masking {

  private static final int TAIL = 1;

  /** Of shorter texts one character may be a good part. */
  private static final int SHORTEST_WITH_TAIL = 8;

  private static final int MOST_PLACES = 4;

  private Masking() {}

  public static String idNumber(String number) {
    if (number == null || number.isBlank()) {
      return "";
    }
    int shown = shown(number.length());
    return "*".repeat(number.length() - shown) + number.substring(number.length() - shown);
  }

  /** How many characters at the end of a number of this length are shown. */
  public static int shown(int length) {
    return length < SHORTEST_WITH_TAIL ? 0 : TAIL;
  }

  /**
   * Whether two numbers are the same, and if not in which places they differ, in Chinese; empty
   * when one of them is missing.
   */
  public static String compared(String registered, String other) {
    if (registered == null || registered.isBlank() || other == null || other.isBlank()) {
      return "";
    }
    if (registered.equals(other)) {
      return "号码与登记一致";
    }
    if (registered.length() != other.length()) {
      return "号码与登记不一致（位数不同）";
    }
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < registered.length(); i++) {
      if (registered.charAt(i) != other.charAt(i)) {
        places.add(i + 1);
      }
    }
    return places.size() > MOST_PLACES
        ? "号码与登记不一致（" + places.size() + " 位不同）"
        : places.stream()
            .map(String::valueOf)
            .collect(Collectors.joining("、", "号码与登记不一致（第 ", " 位不同）"));
  }
}
