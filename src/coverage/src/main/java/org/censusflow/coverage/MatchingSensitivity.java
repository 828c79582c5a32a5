package org.censusflow.coverage;

/**
 * What errors of matching do to the estimate: each missed match counts a person twice among those
 * seen by one list only.
 *
 * @param rate of the true matches, as a share
 * @param missed the estimate if that share of the true matches was missed: m/(1 − rate) are true
 * @param tooMany the estimate if that share of the matches found is false: m·(1 − rate) are true
 */
public record MatchingSensitivity(double rate, double missed, double tooMany) {

  /** Half a per cent. */
  public static final double RATE = 0.005;

  static MatchingSensitivity of(Counts c) {
    double most = Math.min(c.census(), c.survey());
    return new MatchingSensitivity(
        RATE, with(c, Math.min(most, c.matched() / (1 - RATE))), with(c, c.matched() * (1 - RATE)));
  }

  private static double with(Counts c, double matched) {
    return Estimator.CHANDRASEKAR_DEMING.estimate(new Counts(c.census(), c.survey(), matched));
  }

  MatchingSensitivity plus(MatchingSensitivity other) {
    return new MatchingSensitivity(rate, missed + other.missed, tooMany + other.tooMany);
  }
}
