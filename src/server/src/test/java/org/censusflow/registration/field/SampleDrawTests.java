package org.censusflow.registration.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleDrawTests {

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 1", "20, 1", "21, 2", "80, 4", "81, 5", "100, 5"})
  void aShareIsRoundedUpSoThatNoBlockGoesUnchecked(int households, int drawn) {
    assertThat(SampleDraws.repeat("seed", "haicang-2020", "1", 0, households, 0.05)).hasSize(drawn);
  }

  @Test
  void theSameSeedDrawsTheSameHouseholdsWhateverTheirOrder() {
    List<Integer> upwards = IntStream.rangeClosed(1, 80).boxed().toList();
    List<Integer> downwards = IntStream.rangeClosed(1, 80).map(n -> 81 - n).boxed().toList();
    assertThat(SampleDraw.draw("seed", "c", "b", 0, upwards, 0.05))
        .isEqualTo(SampleDraw.draw("seed", "c", "b", 0, downwards, 0.05));
  }

  @Test
  void anotherRoundDrawsOthers() {
    assertThat(SampleDraws.repeat("seed", "c", "b", 0, 80, 0.05))
        .isNotEqualTo(SampleDraws.repeat("seed", "c", "b", 1, 80, 0.05));
  }

  /** 2,000 blocks of 80, 4 drawn of each: a household number comes up 100 times, give or take. */
  @Test
  void everyHouseholdHasTheSameChance() {
    Map<Integer, Integer> drawn = new HashMap<>();
    for (int block = 0; block < 2_000; block++) {
      SampleDraws.repeat("seed", "c", "block" + block, 0, 80, 0.05)
          .forEach(number -> drawn.merge(number, 1, Integer::sum));
    }
    double chiSquare =
        IntStream.rangeClosed(1, 80)
            .mapToDouble(number -> Math.pow(drawn.getOrDefault(number, 0) - 100, 2) / 100)
            .sum();
    assertThat(chiSquare).as("79 degrees of freedom, 99.9 %").isLessThan(124.8);
  }
}
