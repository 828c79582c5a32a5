package org.censusflow.coverage;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** Delete-one jackknife over clusters [W, 4.2]. */
final class Jackknife {

  private Jackknife() {}

  /**
   * Variance of a figure of n clusters: (n−1)/n · Σ (θ(−i) − mean)², on n − 1 degrees of freedom.
   *
   * @param without the figure as the other clusters give it
   */
  static Spread of(int clusters, IntToDoubleFunction without) {
    double[] figures = new double[clusters];
    Arrays.setAll(figures, without);
    double mean = Arrays.stream(figures).average().orElseThrow();
    double squares = Arrays.stream(figures).map(f -> (f - mean) * (f - mean)).sum();
    return new Spread(squares * (clusters - 1) / clusters, clusters - 1.0);
  }
}
