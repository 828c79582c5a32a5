package org.censusflow.linkage.matching;

import java.util.Arrays;
import org.censusflow.linkage.population.Column;
import org.censusflow.linkage.population.Hashing;

/** Finds out which fields depend on one another. */
final class GroupFinder {

  /**
   * Two fields are one from this share on of the agreements of the rarer one that go with an
   * agreement of the other.
   */
  private static final double DEPENDENT = 0.5;

  private static final double ENOUGH = 50;

  private static final double USUAL = 0.1;

  private static final int SAMPLE = 30_000;

  private static final int MOST_CODES = 1_000;

  private GroupFinder() {}

  /** A family shares names as it shares its address, but they do not change together. */
  private static boolean ofPlaceOrThing(RowComparer comparer, int field) {
    return switch (comparer.field(field).spec().field().role()) {
      case ADDRESS, TEXT, CODE, NUMBER -> true;
      default -> false;
    };
  }

  /**
   * Finds the groups by how the values of two sets of rows agree by chance, pairs of one person
   * left out of account.
   *
   * @param matches how many pairs of one person there are, each way round within one population
   * @param m what those look like, by field and level
   */
  static FieldGroups of(
      RowComparer comparer, int[] leftRows, int[] rightRows, double matches, double[][] m) {
    int[] left = sample(leftRows);
    int[] right = sample(rightRows);
    double sampled =
        matches
            * left.length
            / Math.max(1, leftRows.length)
            * right.length
            / Math.max(1, rightRows.length);
    int[] parent = new int[comparer.size()];
    Arrays.setAll(parent, f -> f);
    double[] alone = new double[parent.length];
    for (int f = 0; f < parent.length; f++) {
      double all = ofPlaceOrThing(comparer, f) ? equal(comparer, f, f, left, right) : 0;
      double chance = all - sampled * m[f][1];
      // Next to many more pairs of one person, chance cannot be seen.
      alone[f] = chance < Math.max(ENOUGH, 0.2 * all) ? 0 : chance;
    }
    double usual = USUAL * left.length * right.length;
    for (int f = 0; f < parent.length; f++) {
      for (int g = f + 1; g < parent.length; g++) {
        double rarer = Math.min(alone[f], alone[g]);
        // What many agree on goes with everything.
        if (rarer > 0
            && Math.max(alone[f], alone[g]) < usual
            && equal(comparer, f, g, left, right) - sampled * m[f][1] * m[g][1] > DEPENDENT * rarer
            && codes(comparer, parent, f, g) <= MOST_CODES) {
          join(parent, f, g);
        }
      }
    }
    return new FieldGroups(comparer, FieldGroups.members(parent));
  }

  private static int[] sample(int[] rows) {
    int stride = Math.max(1, rows.length / SAMPLE);
    int[] sample = new int[rows.length / stride];
    Arrays.setAll(sample, i -> rows[i * stride]);
    return sample;
  }

  /** How many pairs of the rows agree on both fields. */
  private static double equal(RowComparer comparer, int f, int g, int[] left, int[] right) {
    LongCounter counter = new LongCounter(left.length);
    for (int row : left) {
      counter.add(key(comparer.field(f).left(), comparer.field(g).left(), row));
    }
    // A row is no pair with itself.
    boolean one = comparer.field(f).left() == comparer.field(f).right();
    double equal = 0;
    for (int row : right) {
      int count = counter.count(key(comparer.field(f).right(), comparer.field(g).right(), row));
      equal += one ? Math.max(0, count - 1) : count;
    }
    return equal;
  }

  private static long key(Column a, Column b, int row) {
    long x = a.key(row);
    long y = b.key(row);
    return x == 0 || y == 0 ? 0 : Hashing.orOne(Hashing.combine(x, y));
  }

  private static double codes(RowComparer comparer, int[] parent, int f, int g) {
    double codes = 1;
    for (int h = 0; h < parent.length; h++) {
      boolean member = parent[h] == parent[f] || parent[h] == parent[g];
      codes *= member ? comparer.field(h).differs() + 1 : 1;
    }
    return codes;
  }

  private static void join(int[] parent, int f, int g) {
    int from = Math.max(parent[f], parent[g]);
    int to = Math.min(parent[f], parent[g]);
    for (int h = 0; h < parent.length; h++) {
      parent[h] = parent[h] == from ? to : parent[h];
    }
  }
}
