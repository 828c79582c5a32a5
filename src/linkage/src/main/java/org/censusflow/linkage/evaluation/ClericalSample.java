package org.censusflow.linkage.evaluation;

import java.util.Arrays;
import java.util.Comparator;
import org.censusflow.linkage.population.Hashing;

/** Draws links for people to judge: so many of each score band, the same for the same seed. */
public final class ClericalSample {

  private final long seed;
  private final int perBand;

  public ClericalSample(long seed, int perBand) {
    this.seed = seed;
    this.perBand = perBand;
  }

  /**
   * Places of the links drawn, in an order that does not tell their score.
   *
   * @param posteriors of all links
   */
  public int[] draw(double[] posteriors) {
    Integer[] order = new Integer[posteriors.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingLong(i -> Hashing.mix(seed * 0x9e3779b97f4a7c15L + i)));
    int[] taken = new int[ScoreBands.count()];
    return Arrays.stream(order)
        .mapToInt(i -> i)
        .filter(i -> taken[ScoreBands.of(posteriors[i])]++ < perBand)
        .toArray();
  }
}
