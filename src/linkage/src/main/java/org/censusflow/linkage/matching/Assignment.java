package org.censusflow.linkage.matching;

import java.util.Arrays;
import java.util.function.IntToLongFunction;
import org.censusflow.linkage.population.Hashing;

/**
 * One-to-one assignment: best evidence first. Ties go to the earlier candidate, so that the result
 * is always the same.
 *
 * <p>The posterior that counts knows the rivals: with odds o of a pair and O of all pairs of either
 * of its rows, the pair's probability is {@code o / (1 + O)}, because a row has one partner at
 * most.
 */
final class Assignment {

  private static final double NEGLIGIBLE = 1e-3;

  private final CandidatePairs pairs;
  private final double[] odds;
  private final double[] rivalsOfLeft;
  private final double[] rivalsOfRight;

  /** For each pair of some weight the place of its person and right row, else -1. */
  private final int[] place;

  private final double[] bestOfPlace;

  Assignment(
      CandidatePairs pairs,
      Scoring scoring,
      int leftSize,
      int rightSize,
      IntToLongFunction person) {
    this.pairs = pairs;
    rivalsOfLeft = new double[leftSize];
    rivalsOfRight = new double[rightSize];
    odds = new double[pairs.size()];
    place = new int[pairs.size()];
    int weighty = 0;
    for (int i = 0; i < odds.length; i++) {
      odds[i] = Math.pow(2, Math.min(200, scoring.bits(pairs, i)));
      rivalsOfLeft[pairs.left(i)] += odds[i];
      weighty += odds[i] < NEGLIGIBLE ? 0 : 1;
    }
    // Large enough never to grow: places stay what they are.
    LongCounter places = new LongCounter(weighty + 1);
    bestOfPlace = new double[places.capacity()];
    for (int i = 0; i < odds.length; i++) {
      place[i] = odds[i] < NEGLIGIBLE ? -1 : places.want(key(i, person));
      addRival(i);
    }
  }

  private long key(int i, IntToLongFunction person) {
    return Hashing.orOne(Hashing.combine(person.applyAsLong(pairs.left(i)), pairs.right(i)));
  }

  /** Rows of one person are no rivals of one another: the best of them counts. */
  private void addRival(int i) {
    int r = pairs.right(i);
    if (place[i] < 0) {
      rivalsOfRight[r] += odds[i];
      return;
    }
    double before = bestOfPlace[place[i]];
    if (odds[i] > before) {
      bestOfPlace[place[i]] = odds[i];
      rivalsOfRight[r] += odds[i] - before;
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
      if (odds[i] >= leastOdds && free(i, linkage, rightMayBeTaken)) {
        long rank = Math.round(Math.log(odds[i]) * 10_000);
        order[n++] = (Integer.MAX_VALUE - rank) << 32 | i;
      }
    }
    Arrays.sort(order, 0, n);
    for (int k = 0; k < n; k++) {
      int i = (int) order[k];
      if (free(i, linkage, rightMayBeTaken)) {
        int l = pairs.left(i);
        int r = pairs.right(i);
        taker.take(l, r, pairs.pattern(i), posterior(i, l, r));
      }
    }
  }

  private boolean free(int i, Linkage linkage, boolean rightMayBeTaken) {
    return linkage.partner[pairs.left(i)] < 0
        && (rightMayBeTaken || linkage.owner[pairs.right(i)] < 0);
  }

  private double posterior(int i, int l, int r) {
    double own = place[i] < 0 ? odds[i] : bestOfPlace[place[i]];
    return odds[i] / (1 + rivalsOfLeft[l] + Math.max(0, rivalsOfRight[r] - own));
  }

  /** Adds to each row of the left the probability of its pairs that are not linked. */
  void addUnlinked(Linkage linkage) {
    for (int i = 0; i < odds.length; i++) {
      int l = pairs.left(i);
      int r = pairs.right(i);
      if (linkage.partner[l] != r) {
        linkage.unlinked[l] += (float) posterior(i, l, r);
      }
    }
  }
}
