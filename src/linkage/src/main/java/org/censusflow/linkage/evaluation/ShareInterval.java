package org.censusflow.linkage.evaluation;

/**
 * A share estimated from a sample, with its interval at 95 per cent.
 *
 * @param share the estimate; not a number when nothing was looked at
 * @param from lower bound
 * @param to upper bound
 */
public record ShareInterval(double share, double from, double to) {

  private static final double Z = 1.959964;

  /**
   * Wilson's score interval (1927), with the correction for a sample out of few.
   *
   * @param hits of the sample
   * @param sample how many were looked at
   * @param of how many there are
   */
  public static ShareInterval wilson(long hits, long sample, long of) {
    if (sample == 0) {
      return new ShareInterval(Double.NaN, 0, 1);
    }
    double p = (double) hits / sample;
    if (sample >= of) {
      return new ShareInterval(p, p, p);
    }
    double z2 = Z * Z * (1 - (double) sample / of);
    double centre = (p + z2 / (2 * sample)) / (1 + z2 / sample);
    double half =
        Math.sqrt(z2)
            / (1 + z2 / sample)
            * Math.sqrt(p * (1 - p) / sample + z2 / (4.0 * sample * sample));
    return new ShareInterval(p, Math.max(0, centre - half), Math.min(1, centre + half));
  }

  public boolean holds(double value) {
    return value >= from && value <= to;
  }
}
