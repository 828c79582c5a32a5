package org.censusflow.access;

/**
 * Shows as much of an identity number as two people need to agree which one they mean, and no more.
 */
public final class Masking {

  private static final int HEAD = 6;
  private static final int TAIL = 4;

  private Masking() {}

  public static String idNumber(String number) {
    if (number == null || number.isBlank()) {
      return "";
    }
    if (number.length() <= HEAD + TAIL) {
      return "*".repeat(number.length());
    }
    return number.substring(0, HEAD)
        + "*".repeat(number.length() - HEAD - TAIL)
        + number.substring(number.length() - TAIL);
  }
}
