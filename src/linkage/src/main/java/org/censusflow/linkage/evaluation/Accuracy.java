package org.censusflow.linkage.evaluation;

/**
 * Counts of right and wrong pairs.
 *
 * @param correct pairs reported that are true
 * @param wrong pairs reported that are not
 * @param missed true pairs that were not reported
 */
public record Accuracy(long correct, long wrong, long missed) {

  /** Share of reported pairs that are true; not a number when none was reported. */
  public double precision() {
    return correct + wrong == 0 ? Double.NaN : (double) correct / (correct + wrong);
  }

  /** Share of true pairs that were reported; not a number when there are none. */
  public double recall() {
    return correct + missed == 0 ? Double.NaN : (double) correct / (correct + missed);
  }

  /** Harmonic mean of precision and recall; 0 when nothing right was reported. */
  public double f1() {
    return correct == 0 ? 0 : 2.0 * correct / (2.0 * correct + wrong + missed);
  }
}
