package org.censusflow.linkage.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResidentIdTests {

  static long parse(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return ResidentId.parse(utf8, 0, utf8.length);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "11010519491231002X",
        "440524188001010014",
        "34052419800101001X",
        "513101198201130014"
      })
  void numbersOfTheStandardAreValid(String number) {
    assertThat(ResidentId.isValid(parse(number))).isTrue();
    assertThat(ResidentId.format(parse(number))).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "11010519491231002x",
        " 11010519491231002X ",
        "１１０１０５１９４９１２３１００２Ｘ",
        "110105 19491231 002X"
      })
  void writtenFormsOfOneNumberAreOne(String written) {
    assertThat(parse(written)).isEqualTo(parse("11010519491231002X"));
  }

  @Test
  void fifteenDigitsBecomeEighteen() {
    assertThat(parse("340524800101001")).isEqualTo(parse("34052419800101001X"));
    assertThat(ResidentId.birthDate(parse("340524800101997"))).isEqualTo(18800101);
  }

  @ParameterizedTest
  @ValueSource(strings = {"110105194912310021", "11010519490231002X", "110105194913310020"})
  void wrongCheckDigitOrDateIsInvalidYetComparable(String number) {
    assertThat(ResidentId.isValid(parse(number))).isFalse();
    assertThat(ResidentId.isResident(parse(number))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "无", "000000000000000000", "不详", "111111111111111111"})
  void placeholdersAreMissing(String written) {
    assertThat(parse(written) == 0 || !ResidentId.isValid(parse(written))).isTrue();
  }

  @Test
  void birthDateAndSexAreReadFromTheNumber() {
    long packed = parse("11010519491231002X");
    assertThat(ResidentId.birthDate(packed)).isEqualTo(19491231);
    assertThat(ResidentId.sex(packed)).isEqualTo(2);
    assertThat(ResidentId.area(packed)).isEqualTo(110105);
  }

  @ParameterizedTest
  @CsvSource({
    "11010519491231002X, 11010519491231003X, true",
    "11010519491231002X, 11010519491232102X, false",
    "11010519491231002X, 11010519491213002X, true",
    "11010519491231002X, 110105194912310020, true",
    "11010519491231002X, 21010519491231003X, false",
    "11010519491231002X, 11010519491231002X, false"
  })
  void oneSlipIsOneDigitOrOneSwapOfNeighbours(String a, String b, boolean expected) {
    assertThat(ResidentId.oneSlipApart(parse(a), parse(b))).isEqualTo(expected);
    assertThat(ResidentId.oneSlipApart(parse(b), parse(a))).isEqualTo(expected);
  }

  @Test
  void passportsAreDocuments() {
    assertThat(ResidentId.isDocument(parse("E12345678"))).isTrue();
    assertThat(ResidentId.isDocument(parse("123456"))).isFalse();
    assertThat(parse("E12345678")).isEqualTo(parse("e1234 5678"));
  }
}
