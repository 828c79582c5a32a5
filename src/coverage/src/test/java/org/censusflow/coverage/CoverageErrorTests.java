package org.censusflow.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.censusflow.coverage.ContentError.Answers;
import org.junit.jupiter.api.Test;

class CoverageErrorTests {

  /** The published figures of the United States' survey of 2020, in millions. */
  @Test
  void theErrorsOfTheCensusOf2020InTheUnitedStates() {
    CoverageError error = new CoverageError(323.2, 10.82, 5.2, 2.0, 323.982);
    assertThat(error.netRate() * 100).isCloseTo(-0.2414, within(0.00005));
    assertThat(error.omissions()).isCloseTo(18.8, within(0.005));
    assertThat(error.omissionRate() * 100).isCloseTo(5.80, within(0.005));
    assertThat(error.correct()).isCloseTo(305.18, within(0.005));
    assertThat(error.correct() / error.count() * 100).isCloseTo(94.43, within(0.01));
    assertThat(error.erroneousRate() * 100).isCloseTo(2.2, within(0.05));
    assertThat(error.duplicateRate() * 100).isCloseTo(1.6, within(0.05));
    assertThat(error.gross()).isCloseTo(18.8 + 7.2, within(0.005));
    assertThat(error.grossRate()).isCloseTo(26.0 / 323.982, within(0.0001));
  }

  @Test
  void answersAreHeldAgainstEachOther() {
    // 100 persons: 45 men in both, 5 men in the census only, 3 in the survey only, 47 women in
    // both.
    ContentError error =
        ContentError.of(
            Map.of(
                new Answers("1", "1"), 45L,
                new Answers("1", "2"), 5L,
                new Answers("2", "1"), 3L,
                new Answers("2", "2"), 47L));
    assertThat(error.persons()).isEqualTo(100);
    assertThat(error.agreement()).isCloseTo(0.92, within(1e-12));
    // p = 0.50, q = 0.48: by chance 0.5·0.48 + 0.5·0.52 = 0.5 agree.
    assertThat(error.inconsistency()).isCloseTo(0.08 / 0.5, within(1e-12));
    ContentError.Category men = error.categories().get("1");
    assertThat(men.netDifferenceRate()).isCloseTo(0.02, within(1e-12));
    assertThat(men.grossDifferenceRate()).isCloseTo(0.08, within(1e-12));
    assertThat(men.inconsistency()).isCloseTo(0.08 / (0.5 * 0.52 + 0.48 * 0.5), within(1e-12));
    assertThat(error.categories().get("2").netDifferenceRate()).isCloseTo(-0.02, within(1e-12));
  }

  @Test
  void anItemWithOneAnswerHasNoIndex() {
    ContentError error = ContentError.of(Map.of(new Answers("01", "01"), 7L));
    assertThat(error.agreement()).isEqualTo(1);
    assertThat(error.inconsistency()).isNaN();
    assertThatThrownBy(() -> ContentError.of(Map.of()))
        .hasMessage("no matched person has answered in both");
  }
}
