package org.censusflow.linkage.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LongCounterTests {

  @Test
  void countsStayRightWhileTheTableGrows() {
    Random random = new Random(3);
    LongCounter counter = new LongCounter(4);
    Map<Long, Integer> expected = new HashMap<>();
    for (int i = 0; i < 50_000; i++) {
      long key = 1 + random.nextInt(5_000);
      counter.add(key);
      expected.merge(key, 1, Integer::sum);
    }
    expected.forEach((key, count) -> assertThat(counter.count(key)).isEqualTo(count));
    assertThat(counter.count(99_999)).isZero();
  }
}
