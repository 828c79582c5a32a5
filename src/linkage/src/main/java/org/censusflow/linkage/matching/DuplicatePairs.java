package org.censusflow.linkage.matching;

/** Pairs of rows of one population that are, or may be, the same. */
public final class DuplicatePairs {

  private final CandidatePairs pairs = new CandidatePairs();
  private double[] posteriors = new double[64];
  private final Scoring scoring;
  private final double matchAt;

  DuplicatePairs(Scoring scoring, double matchAt) {
    this.scoring = scoring;
    this.matchAt = matchAt;
  }

  void add(int left, int right, long pattern, double posterior) {
    if (pairs.size() == posteriors.length) {
      posteriors = java.util.Arrays.copyOf(posteriors, posteriors.length * 2);
    }
    posteriors[pairs.size()] = posterior;
    pairs.add(left, right, pattern);
  }

  public int size() {
    return pairs.size();
  }

  public int left(int i) {
    return pairs.left(i);
  }

  public int right(int i) {
    return pairs.right(i);
  }

  public long pattern(int i) {
    return pairs.pattern(i);
  }

  public double posterior(int i) {
    return posteriors[i];
  }

  public boolean review(int i) {
    return posteriors[i] < matchAt;
  }

  public Scoring scoring() {
    return scoring;
  }
}
