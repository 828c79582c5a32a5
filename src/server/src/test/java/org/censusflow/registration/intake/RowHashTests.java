package org.censusflow.registration.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The same again is told from a correction, also where somebody wants it not to be. */
class RowHashTests {

  private static String hash(Map<String, String> row) {
    return new RowHash().of(List.of("name", "Aa", "BB", "note"), row::get);
  }

  @Test
  void theSameAnswersHaveTheSameHashOfThirtyTwoBytes() {
    assertThat(hash(Map.of("name", "戴伟"))).hasSize(43).isEqualTo(hash(Map.of("name", "戴伟")));
  }

  /** {@code "Aa".hashCode() == "BB".hashCode()}, which the earlier hash of 64 bits was made of. */
  @Test
  void anAnswerThatWentToAnotherItemIsAnotherRow() {
    assertThat("Aa".hashCode()).isEqualTo("BB".hashCode());
    assertThat(hash(Map.of("Aa", "1"))).isNotEqualTo(hash(Map.of("BB", "1")));
  }

  @Test
  void aValueThatLooksLikeTheNextItemIsNone() {
    assertThat(hash(Map.of("name", "x4:note1:y")))
        .isNotEqualTo(hash(Map.of("name", "x", "note", "y")));
    assertThat(hash(Map.of("name", "note:1:y"))).isNotEqualTo(hash(Map.of("note", "y")));
  }
}
