package org.censusflow.linkage.matching;

import org.censusflow.linkage.population.Column;
import org.censusflow.linkage.population.Population;
import org.censusflow.linkage.spec.FieldSpec;

/** Finds the level on which two rows agree in one field; the first level is always equality. */
final class FieldComparator {

  private final FieldSpec spec;
  private final Column left;
  private final Column right;
  private final LevelTest[] tests;

  FieldComparator(FieldSpec spec, Population left, Population right) {
    this.spec = spec;
    this.left = left.column(spec.field().name());
    this.right = right.column(spec.field().name());
    tests =
        spec.levels().stream()
            .map(level -> LevelTests.of(level, this.left, this.right))
            .toArray(LevelTest[]::new);
  }

  /** 0 when a value is missing, 1 to n for the first level that holds, n + 1 when none does. */
  int level(int l, int r) {
    long a = left.key(l);
    long b = right.key(r);
    if (a == 0 || b == 0) {
      return 0;
    }
    return a == b ? 1 : unequal(l, r);
  }

  /** Adds {@code unit} times the level of each pair to {@code sums}; uses a and b for keys. */
  void addLevels(int[] ls, int[] rs, int from, int to, long[] a, long[] b, long unit, long[] sums) {
    left.keys(ls, from, to, a);
    right.keys(rs, from, to, b);
    for (int i = from; i < to; i++) {
      long x = a[i - from];
      long y = b[i - from];
      if (x != 0 && y != 0) {
        sums[i] += x == y ? unit : unequal(ls[i], rs[i]) * unit;
      }
    }
  }

  private int unequal(int l, int r) {
    for (int i = 1; i < tests.length; i++) {
      if (tests[i].holds(l, r)) {
        return i + 1;
      }
    }
    return tests.length + 1;
  }

  FieldSpec spec() {
    return spec;
  }

  Column left() {
    return left;
  }

  Column right() {
    return right;
  }

  /** Number of the level at which nothing agrees. */
  int differs() {
    return tests.length + 1;
  }
}
