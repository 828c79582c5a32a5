package org.censusflow.coverage;

/**
 * The four cells of two lists, in persons.
 *
 * @param neither missed by both, as {@link Estimator#CHANDRASEKAR_DEMING} has it; in a block
 *     without a match as {@link Estimator#CHAPMAN}
 */
public record Cells(double both, double censusOnly, double surveyOnly, double neither) {

  static Cells of(Counts c) {
    double neither =
        c.matched() > 0 ? Estimator.missedByBoth(c) : Estimator.CHAPMAN.estimate(c) - c.seen();
    return new Cells(c.matched(), c.censusOnly(), c.surveyOnly(), neither);
  }

  /** All persons. */
  public double sum() {
    return both + censusOnly + surveyOnly + neither;
  }

  Cells plus(Cells o) {
    return new Cells(
        both + o.both, censusOnly + o.censusOnly, surveyOnly + o.surveyOnly, neither + o.neither);
  }
}
