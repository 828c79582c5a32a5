package org.censusflow.linkage.matching;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.censusflow.linkage.evaluation.RuleFigures;

/** The outcome of a run in columns, a row of the left each. */
public final class Linkage {

  final int[] partner;
  final float[] posterior;
  final long[] pattern;
  final BitSet review = new BitSet();
  final BitSet copy = new BitSet();
  final BitSet household = new BitSet();

  /** Rows whose number points to somebody, rightly or not: no blocking rule was needed. */
  final BitSet byNumber = new BitSet();

  /** For each row of the right the row of the left that has it, or -1. */
  final int[] owner;

  /** Probability that a row is one person with somebody whom it is not linked to. */
  final float[] unlinked;

  /** Share of the pairs not joined by number that no blocking rule brings together. */
  double lostShare;

  List<RuleFigures> rules = List.of();

  Scoring scoring;

  Linkage(int left, int right) {
    partner = new int[left];
    Arrays.fill(partner, -1);
    posterior = new float[left];
    pattern = new long[left];
    unlinked = new float[left];
    owner = new int[right];
    Arrays.fill(owner, -1);
  }

  public int leftSize() {
    return partner.length;
  }

  public int rightSize() {
    return owner.length;
  }

  /** The row of the right that a row of the left is linked to, or -1. */
  public int partner(int left) {
    return partner[left];
  }

  /** The row of the left that has a row of the right; -1 when none has. Copies are not owners. */
  public int owner(int right) {
    return owner[right];
  }

  /** The rows of the left that have a partner, or those that have none, ascending. */
  public int[] leftRows(boolean linked) {
    return rows(partner, linked);
  }

  /** The rows of the right that nobody has, ascending. */
  public int[] freeRightRows() {
    return rows(owner, false);
  }

  static int[] rows(int[] others, boolean linked) {
    int[] rows = new int[others.length];
    int n = 0;
    for (int row = 0; row < others.length; row++) {
      if (others[row] >= 0 == linked) {
        rows[n++] = row;
      }
    }
    return Arrays.copyOf(rows, n);
  }

  public double posterior(int left) {
    return posterior[left];
  }

  public long pattern(int left) {
    return pattern[left];
  }

  public boolean review(int left) {
    return review.get(left);
  }

  public boolean copy(int left) {
    return copy.get(left);
  }

  /** Whether the link is a review because others of both households are matched. */
  public boolean household(int left) {
    return household.get(left);
  }

  /** Expected pairs of a row that are one person and not linked. */
  public double unlinked(int left) {
    return unlinked[left];
  }

  /**
   * Share, from 0 to less than 1, of the true pairs that neither a number nor a blocking rule
   * brings together, among those that no number does; not a number when it cannot be told.
   */
  public double lostShare() {
    return lostShare;
  }

  /** Whether a common number brought the row together with somebody. */
  public boolean byNumber(int left) {
    return byNumber.get(left);
  }

  /** What each blocking rule has brought together. */
  public List<RuleFigures> rules() {
    return rules;
  }

  public Scoring scoring() {
    return scoring;
  }

  void link(int left, int right, long agreement, double probability, boolean forReview) {
    partner[left] = right;
    pattern[left] = agreement;
    posterior[left] = (float) probability;
    review.set(left, forReview);
    if (owner[right] < 0) {
      owner[right] = left;
    } else {
      copy.set(left);
    }
  }
}
