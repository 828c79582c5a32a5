package org.censusflow.coverage;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.DiscreteSampler;
import org.apache.commons.rng.sampling.distribution.NormalizedGaussianSampler;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * A second way to the variance, which shares no formula with the first: many censuses are played.
 * In each, as many blocks as there are are taken with replacement, the four cells of each are drawn
 * anew about what was counted, and the estimate is set against the persons who then live there. (B.
 * Efron and R. Tibshirani, "An Introduction to the Bootstrap", 1993, chapters 6 and 8.)
 */
final class Bootstrap {

  /** The error of a standard error from so many is about 4 per cent. */
  static final int REPLICATES = 400;

  /** Above it a Poisson number is as good as normal, and may not fit the sampler. */
  private static final double LARGE = 1e6;

  private Bootstrap() {}

  /** Variance of the estimate about the truth; the same seed gives the same. */
  static double variance(Estimator estimator, List<Counts> blocks, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Draw> draws =
        blocks.stream().map(block -> new Draw(Cells.of(block), random::nextLong)).toList();
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < REPLICATES; i++) {
      double persons = 0;
      Counts all = new Counts(0, 0, 0);
      for (int b = 0; b < draws.size(); b++) {
        Draw draw = draws.get(random.nextInt(draws.size()));
        Counts counts = draw.counts();
        all = all.plus(counts);
        persons += counts.seen() + draw.neither.next();
      }
      double error = estimator.estimate(all) - persons;
      sum += error;
      squares += error * error;
    }
    return (squares - sum * sum / REPLICATES) / (REPLICATES - 1);
  }

  /** The cells of a block as independent Poisson numbers. */
  private static final class Draw {
    private final Cell both;
    private final Cell censusOnly;
    private final Cell surveyOnly;
    private final Cell neither;

    Draw(Cells cells, UniformRandomProvider random) {
      both = new Cell(cells.both(), random);
      censusOnly = new Cell(cells.censusOnly(), random);
      surveyOnly = new Cell(cells.surveyOnly(), random);
      neither = new Cell(cells.neither(), random);
    }

    Counts counts() {
      double m = both.next();
      return new Counts(m + censusOnly.next(), m + surveyOnly.next(), m);
    }
  }

  private static final class Cell {
    private final DoubleSupplier sampler;

    Cell(double mean, UniformRandomProvider random) {
      if (mean > LARGE) {
        NormalizedGaussianSampler normal = ZigguratSampler.NormalizedGaussian.of(random);
        sampler = () -> Math.rint(mean + Math.sqrt(mean) * normal.sample());
      } else {
        DiscreteSampler poisson = mean > 0 ? PoissonSampler.of(random, mean) : () -> 0;
        sampler = poisson::sample;
      }
    }

    double next() {
      return sampler.getAsDouble();
    }
  }
}
