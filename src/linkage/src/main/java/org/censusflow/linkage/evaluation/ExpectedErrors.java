package org.censusflow.linkage.evaluation;

/**
 * Errors that a comparison expects of itself, from its posteriors alone: nobody knows the truth.
 *
 * <p>They are as good as the model. Where fields depend on one another the posteriors are too sure
 * of themselves; a clerical sample tells.
 *
 * @param matches links with verdict match
 * @param falseMatches matches expected to be two persons
 * @param reviews links with verdict review
 * @param trueInReview reviews expected to be one person
 * @param trueBelow pairs of one person expected among those that were compared and not linked
 * @param lostToBlocking pairs of one person expected among those that were never compared
 * @param spreadFalse variance of the number of false matches
 * @param spreadMissed variance of the number of missed pairs
 */
public record ExpectedErrors(
    long matches,
    double falseMatches,
    long reviews,
    double trueInReview,
    double trueBelow,
    double lostToBlocking,
    double spreadFalse,
    double spreadMissed) {

  public static final ExpectedErrors NONE = new ExpectedErrors(0, 0, 0, 0, 0, 0, 0, 0);

  private static final double Z = 1.96;

  /**
   * How far the model itself is trusted: a standard error as a share of the figure. On generated
   * populations of many error rates it is within a factor of two or three.
   */
  private static final double TRUST = 0.5;

  /** Lower and upper bound of a figure, at 95 per cent. */
  public record Interval(double from, double to) {}

  /** True pairs that are no matches: in review, below, or never compared. */
  public double missed() {
    return trueInReview + trueBelow + lostToBlocking;
  }

  public double precision() {
    return matches == 0 ? Double.NaN : 1 - falseMatches / matches;
  }

  public double recall() {
    double right = matches - falseMatches;
    return right + missed() == 0 ? Double.NaN : right / (right + missed());
  }

  public Interval falseInterval() {
    double trust = TRUST * falseMatches;
    return interval(falseMatches, spreadFalse + trust * trust);
  }

  public Interval missedInterval() {
    double seen = TRUST * (trueInReview + trueBelow);
    double unseen = TRUST * lostToBlocking;
    return interval(missed(), spreadMissed + lostToBlocking + seen * seen + unseen * unseen);
  }

  /** A score interval: it leaves room above a figure near 0, where a count is never surprising. */
  private static Interval interval(double figure, double variance) {
    double half = Z * Math.sqrt(variance);
    return new Interval(Math.max(0, figure - half), figure + half + Z * Z / 2);
  }
}
