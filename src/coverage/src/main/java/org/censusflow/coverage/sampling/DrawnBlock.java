package org.censusflow.coverage.sampling;

/**
 * A block of a sample.
 *
 * @param inclusionProbability above 0, at most 1; to be kept with the sample, no estimate is right
 *     without it
 */
public record DrawnBlock(String stratum, String code, long size, double inclusionProbability) {

  /** Blocks that it stands for. */
  public double weight() {
    return 1 / inclusionProbability;
  }
}
