package org.censusflow.coverage;

import java.util.List;

/**
 * Variance of a stratum's estimate about the persons who do live in its blocks, where chances of
 * being missed differ from block to block. It is the formula's, as if persons were missed one by
 * one everywhere, and what the blocks add to it: the products of a block's deviations in both
 * lists, n²·δ1²·δ2².
 *
 * <p>What they add is a delete-one-block jackknife of the difference between the stratum's estimate
 * and the sum of the blocks' own, less what that would be if the deviations were chance alone. The
 * sizes of the blocks, which are no error, are not in it: a jackknife of the estimate itself would
 * count them. Within a block persons are taken to be missed one by one; where whole households are
 * missed, draw a sample and use {@link SampleEstimate}.
 *
 * <p>Source: the project's own, from [W, 4.2] and the variance of a product; {@code
 * SimulationTests} try it.
 */
final class ClusterVariance {

  private ClusterVariance() {}

  /**
   * @param blocks at least two
   */
  static Spread of(Estimator estimator, List<Counts> blocks) {
    Counts all = blocks.stream().reduce(Counts::plus).orElseThrow();
    Spread jackknife = jackknife(estimator, blocks, all);
    double chance = blocks.stream().mapToDouble(block -> chance(block, all)).sum();
    Spread added =
        new Spread(Math.max(0, jackknife.variance() - chance), jackknife.degreesOfFreedom());
    return Spread.sum(List.of(Spread.known(estimator.variance(all)), added));
  }

  private static Spread jackknife(Estimator estimator, List<Counts> blocks, Counts all) {
    double own = blocks.stream().mapToDouble(Estimator.CHAPMAN::estimate).sum();
    double scale = blocks.size() / (blocks.size() - 1.0);
    return Jackknife.of(
        blocks.size(),
        i -> {
          Counts block = blocks.get(i);
          double rest = own - Estimator.CHAPMAN.estimate(block);
          return scale * (estimator.estimate(all.minus(block)) - rest);
        });
  }

  /**
   * What chance puts into a block's product of deviations (a + s)(b + t), a and b being true, s and
   * t those of few persons: the part of its square that is not a²b².
   */
  private static double chance(Counts block, Counts all) {
    double m1 = block.matched() + 1;
    double first = (block.census() + 1) / m1 - all.census() / all.matched();
    double second = (block.survey() + 1) / m1 - all.survey() / all.matched();
    double tail = m1 * m1 * (block.matched() + 2);
    double ofFirst = (block.census() + 1) * block.censusOnly() / tail;
    double ofSecond = (block.survey() + 1) * block.surveyOnly() / tail;
    return block.matched()
        * block.matched()
        * (ofFirst * second * second + ofSecond * first * first - ofFirst * ofSecond);
  }
}
