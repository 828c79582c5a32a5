package org.censusflow.comparison.linkage;

import java.util.Arrays;

/**
 * One-to-one assignment: best evidence first. Ties go to the earlier candidate, so that the result
 * is always the same.
 *
 * <p>The posterior that counts knows the rivals: with odds o of a pair and O of all pairs of either
 * of its rows, the pair's probability is {@code o / (1 + O)}, because a row has one partner at
 * most.
 */
final class Assignment {

  private final CandidatePairs pairs;
  private final double[] odds;
  private final double[] rivalsOfLeft;
  private final double[] rivalsOfRight;

  Assignment(CandidatePairs pairs, Scoring scoring, int leftSize, int rightSize) {
    this.pairs = pairs;
    rivalsOfLeft = new double[leftSize];
    rivalsOfRight = new double[rightSize];
    odds = new double[pairs.size()];
    for (int i = 0; i < odds.length; i++) {
      odds[i] = Math.pow(2, Math.min(200, scoring.bits(pairs.left(i), pairs.pattern(i))));
      rivalsOfLeft[pairs.left(i)] += odds[i];
      rivalsOfRight[pairs.right(i)] += odds[i];
    }
  }

  /** Takes a pair of the assignment. */
  interface Taker {
    void take(int left, int right, long pattern, double posterior);
  }

  /**
   * Assigns all pairs whose own posterior is at least {@code least} to rows that are still free.
   */
  void assign(double least, Linkage linkage, boolean rightMayBeTaken, Taker taker) {
    double leastOdds = least / (1 - least);
    long[] order = new long[odds.length];
    int n = 0;
    for (int i = 0; i < odds.length; i++) {
      if (odds[i] >= leastOdds) {
        long rank = Math.round(Math.log(odds[i]) * 10_000);
        order[n++] = (Integer.MAX_VALUE - rank) << 32 | i;
      }
    }
    Arrays.sort(order, 0, n);
    for (int k = 0; k < n; k++) {
      int i = (int) order[k];
      int l = pairs.left(i);
      int r = pairs.right(i);
      if (linkage.partner[l] < 0 && (rightMayBeTaken || linkage.owner[r] < 0)) {
        taker.take(l, r, pairs.pattern(i), posterior(i, l, r));
      }
    }
  }

  private double posterior(int i, int l, int r) {
    return odds[i] / (1 + rivalsOfLeft[l] + rivalsOfRight[r] - odds[i]);
  }
}
