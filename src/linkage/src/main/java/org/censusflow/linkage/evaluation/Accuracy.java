package org.censusflow.linkage.evaluation;

/**
 * Counts of right and wrong pairs.
 *
 * @param correct pairs reported that are true
 * @param wrong pairs reported that are not
 * @param missed true pairs that were not reported
 */
public record Accuracy(long correct, long wrong, long missed) {

  /** Share of reported pairs that are true; 1 when none was reported. */
  public double precision() {
    return correct + wrong == 0 ? 1 : (double) correct / (correct + wrong);
  }

  /** Share of true pairs that were reported; 1 when there are none. */
  public double recall() {
    return correct + missed == 0 ? 1 : (double) correct / (correct + missed);
  }

  /** Harmonic mean of precision and recall. */
  public double f1() {
    double sum = precision() + recall();
    return sum == 0 ? 0 : 2 * precision() * recall() / sum;
  }
}
