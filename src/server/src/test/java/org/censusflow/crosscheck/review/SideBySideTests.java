package org.censusflow.crosscheck.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.censusflow.crosscheck.review.ReviewView.Field;
import org.censusflow.crosscheck.review.ReviewView.Piece;
import org.junit.jupiter.api.Test;

class SideBySideTests {

  /** Pieces in one line, those that differ in brackets. */
  private static String shown(List<Piece> pieces) {
    return pieces.stream()
        .map(piece -> piece.differs() ? "[" + piece.text() + "]" : piece.text())
        .collect(Collectors.joining());
  }

  private static String texts(String census, String register) {
    Field field = SideBySide.texts("姓名", census, register);
    return shown(field.census()) + " | " + shown(field.register());
  }

  private static String numbers(String census, String register) {
    Field field = SideBySide.numbers("公民身份号码", census, register);
    return shown(field.census()) + " | " + shown(field.register());
  }

  @Test
  void charactersThatDifferAreMarkedOnBothSides() {
    assertThat(texts("王晓明", "王小明")).isEqualTo("王[晓]明 | 王[小]明");
    assertThat(texts("滨湖路1号2幢", "海沧区滨湖路1号")).isEqualTo("滨湖路1号[2幢] | [海沧区]滨湖路1号");
    assertThat(texts("王明", "李强")).isEqualTo("[王明] | [李强]");
    assertThat(texts("王明", "王明")).isEqualTo("王明 | 王明");
  }

  @Test
  void aCharacterOutsideTheBasicPlaneIsOneCharacter() {
    assertThat(texts("王𠮷明", "王吉明")).isEqualTo("王[𠮷]明 | 王[吉]明");
  }

  @Test
  void whereOneSideIsSilentNothingDiffers() {
    assertThat(texts("王明", null)).isEqualTo("王明 | ");
    assertThat(texts(" ", "王明")).isEqualTo(" | 王明");
  }

  @Test
  void ofTwoNumbersThePlacesThatDifferAreMarkedAndNotShown() {
    assertThat(numbers("350205199001011234", "350205199001011234"))
        .isEqualTo("*****************4 | *****************4");
    assertThat(numbers("350205199001011234", "350205199008011238"))
        .isEqualTo("***********[*]*****[4] | ***********[*]*****[8]");
  }

  @Test
  void numbersOfDifferentLengthDifferAsAWhole() {
    assertThat(numbers("350205199001011234", "350205900101123"))
        .isEqualTo("[*****************4] | [**************3]");
    assertThat(numbers("350205199001011234", null)).isEqualTo("*****************4 | ");
    assertThat(numbers("E123456", null)).isEqualTo("******* | ");
  }
}
