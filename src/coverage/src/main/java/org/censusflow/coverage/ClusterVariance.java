package org.censusflow.coverage;

import java.util.List;

/**
 * Variance of a stratum's estimate about the persons who do live in its blocks, where chances of
 * being missed differ from block to block. The error is the sum of two parts without covariance:
 *
 * <ul>
 *   <li>within blocks, that of the blocks' own estimates: the sum of Chapman's variances;
 *   <li>between blocks, that of the stratum's estimate about their sum: a delete-one-block
 *       jackknife of the difference, each replicate scaled up to all blocks.
 * </ul>
 *
 * The sizes of the blocks, which are no error, are in neither: a jackknife of the estimate itself
 * would count them. Within a block persons are taken to be missed one by one; where whole
 * households are missed, draw a sample and use {@link SampleEstimate}.
 */
final class ClusterVariance {

  private ClusterVariance() {}

  static Spread of(Estimator estimator, List<Counts> blocks) {
    double within = 0;
    double own = 0;
    Counts all = new Counts(0, 0, 0);
    for (Counts block : blocks) {
      within += Estimator.CHAPMAN.variance(block);
      own += Estimator.CHAPMAN.estimate(block);
      all = all.plus(block);
    }
    return Spread.sum(List.of(Spread.known(within), between(estimator, blocks, all, own)));
  }

  private static Spread between(Estimator estimator, List<Counts> blocks, Counts all, double own) {
    int n = blocks.size();
    double scale = n / (n - 1.0);
    return Jackknife.of(
        n,
        i -> {
          Counts block = blocks.get(i);
          double rest = own - Estimator.CHAPMAN.estimate(block);
          return scale * (estimator.estimate(all.minus(block)) - rest);
        });
  }
}
