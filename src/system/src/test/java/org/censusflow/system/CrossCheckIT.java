package org.censusflow.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.censusflow.sample.SampleScore.ClassScore;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** On H2, with a sample that is large enough to hold every class of difference. */
@TestPropertySource(properties = {"censusflow.sample.persons=8000", "censusflow.sample.blocks=32"})
class CrossCheckIT extends CrossCheckStory {

  @Test
  void everyClassOfDifferenceIsInTheSample() throws IOException {
    assertThat(scores())
        .hasSize(12)
        .extracting(ClassScore::injected)
        .allSatisfy(injected -> assertThat(injected).isPositive());
  }
}
