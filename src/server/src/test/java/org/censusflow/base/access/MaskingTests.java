package org.censusflow.base.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MaskingTests {

  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECKS = "10X98765432";

  /** The report's own case: six characters in front, four behind, the birth date beside it. */
  @Test
  void whatIsShownDoesNotGiveTheNumberBackToWhoKnowsPlaceBirthAndSex() {
    String shown = Masking.idNumber("44142120180203434X");

    assertThat(candidates("441421", "20180203", "1", shown)).isGreaterThan(40);
  }

  @Test
  void showsOneCharacterAndOfShortNumbersNone() {
    assertThat(Masking.idNumber("44142120180203434X")).isEqualTo("*****************X");
    assertThat(Masking.idNumber("E123456")).isEqualTo("*******");
    assertThat(Masking.idNumber(" ")).isEmpty();
    assertThat(Masking.idNumber(null)).isEmpty();
  }

  @Test
  void twoPeopleStillSeeWhetherAndWhereTwoNumbersDiffer() {
    assertThat(Masking.compared("44142120180203434X", "44142120180203434X")).isEqualTo("号码与登记一致");
    assertThat(Masking.compared("44142120180203434X", "44142120180230434X"))
        .isEqualTo("号码与登记不一致（第 13、14 位不同）");
    assertThat(Masking.compared("44142120180203434X", "441421180203434"))
        .isEqualTo("号码与登记不一致（位数不同）");
    assertThat(Masking.compared("111111111111111111", "222222222222222222"))
        .isEqualTo("号码与登记不一致（18 位不同）");
    assertThat(Masking.compared(null, "44142120180203434X")).isEmpty();
  }

  /** How many numbers of a place, a birth date and a sex look like this. */
  private static int candidates(String place, String birth, String sex, String shown) {
    int candidates = 0;
    for (int order = 0; order < 1000; order++) {
      if (order % 2 != Integer.parseInt(sex) % 2) {
        continue;
      }
      String number = place + birth + String.format("%03d", order);
      int sum = 0;
      for (int i = 0; i < WEIGHTS.length; i++) {
        sum += WEIGHTS[i] * (number.charAt(i) - '0');
      }
      if (Masking.idNumber(number + CHECKS.charAt(sum % 11)).equals(shown)) {
        candidates++;
      }
    }
    return candidates;
  }
}
