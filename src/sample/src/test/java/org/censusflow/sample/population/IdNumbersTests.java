package org.censusflow.sample.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdNumbersTests {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "11010519491231002X",
        "440524188001010014",
        "34052419800101001X",
        "513101198201130014"
      })
  void publishedNumbersAreValid(String id) {
    assertThat(CitizenNumbers.valid(id)).isTrue();
  }

  @Test
  void composesTheNumberOfTheStandard() {
    assertThat(CitizenNumbers.compose("110105", LocalDate.of(1949, 12, 31), 2))
        .isEqualTo("11010519491231002X");
    assertThat(CitizenNumbers.fifteenDigits("34052419800101001X")).isEqualTo("340524800101001");
  }

  @Test
  void writingErrorsAreNeverValid() {
    Rng rng = new Rng(1, 1);
    for (int i = 0; i < 20_000; i++) {
      String id = CitizenNumbers.compose("350205", LocalDate.of(1950, 1, 1).plusDays(i), i % 900);
      String digit = CitizenNumbers.digitError(id, rng);
      String swapped = CitizenNumbers.neighboursSwapped(id, rng);
      assertThat(digit).hasSize(18).isNotEqualTo(id);
      assertThat(swapped).hasSize(18).isNotEqualTo(id);
      assertThat(CitizenNumbers.valid(digit) || CitizenNumbers.valid(swapped)).isFalse();
    }
  }

  @Test
  void noNumberIsIssuedTwiceEvenWhenADayIsCrowded() {
    IdIssuer issuer = new IdIssuer("350205");
    Rng rng = new Rng(2, 1);
    Set<String> issued = new HashSet<>();
    for (int i = 0; i < 5_000; i++) {
      String id = issuer.local(LocalDate.of(1985, 10, 1), i % 2 == 0, rng);
      assertThat(issued.add(id)).as(id).isTrue();
      assertThat(CitizenNumbers.valid(id)).isTrue();
      assertThat((id.charAt(16) - '0') % 2 == 1).isEqualTo(i % 2 == 0);
    }
  }
}
