package org.censusflow.linkage.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ClericalFiguresTests {

  private static final int LINKS = 20_000;

  @Test
  void wilsonsIntervalIsThatOfTheTextbook() {
    ShareInterval interval = ShareInterval.wilson(8, 10, Long.MAX_VALUE);
    assertThat(interval.from()).isCloseTo(0.4902, within(0.0001));
    assertThat(interval.to()).isCloseTo(0.9433, within(0.0001));
    assertThat(ShareInterval.wilson(10, 10, 10).from()).isEqualTo(1);
    assertThat(ShareInterval.wilson(0, 0, 10).to()).isEqualTo(1);
  }

  @Test
  void aSampleIsTheSameForTheSameSeedAndTakesSoManyOfEachBand() {
    double[] posteriors = new Random(1).doubles(LINKS).toArray();
    int[] drawn = new ClericalSample(7, 20).draw(posteriors);
    assertThat(drawn).isEqualTo(new ClericalSample(7, 20).draw(posteriors));
    assertThat(drawn).isNotEqualTo(new ClericalSample(8, 20).draw(posteriors));
    int[] taken = new int[ScoreBands.count()];
    Arrays.stream(drawn).forEach(i -> taken[ScoreBands.of(posteriors[i])]++);
    assertThat(taken[ScoreBands.of(0.3)]).isEqualTo(20);
    assertThat(drawn).doesNotHaveDuplicates();
  }

  @Test
  void theIntervalHoldsTheTruePrecisionAsOftenAsItSays() {
    int held = 0;
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      double[] posteriors = new double[LINKS];
      boolean[] same = new boolean[LINKS];
      long right = 0;
      long matches = 0;
      ClericalFigures figures = new ClericalFigures();
      for (int i = 0; i < LINKS; i++) {
        posteriors[i] = 1 - Math.pow(random.nextDouble(), 6);
        same[i] = random.nextDouble() < posteriors[i];
        boolean match = posteriors[i] >= 0.9;
        figures.link(posteriors[i], match);
        matches += match ? 1 : 0;
        right += match && same[i] ? 1 : 0;
      }
      for (int i : new ClericalSample(seed, 60).draw(posteriors)) {
        figures.verdict(posteriors[i], same[i]);
      }
      held += figures.precision().holds((double) right / matches) ? 1 : 0;
    }
    assertThat(held).isGreaterThanOrEqualTo(185);
  }

  @Test
  void posteriorsThatAreTooSureAreTold() {
    ClericalFigures figures = new ClericalFigures();
    for (int i = 0; i < 1000; i++) {
      figures.link(0.95, true);
    }
    for (int i = 0; i < 50; i++) {
      figures.verdict(0.95, i % 2 == 0);
    }
    assertThat(figures.parts(ScoreBands.of(0.95))).isTrue();
    assertThat(figures.precision().share()).isEqualTo(0.5);
    assertThat(figures.recall(500).share()).isCloseTo(0.5, within(1e-9));
  }
}
