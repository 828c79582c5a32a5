package org.censusflow.linkage.matching;

import org.censusflow.linkage.population.Column;
import org.censusflow.linkage.population.Workers;

/**
 * Shares of a field's values on the right, for the values that occur among some rows of the left:
 * two rows that agree on a rare name are one person more probably than two that agree on 张伟
 * (Winkler 1989, Fellegi and Sunter's method I).
 */
final class ValueFrequencies {

  private final LongCounter wanted;
  private final int[] counts;
  private final double total;

  /** 1 when a row's own value is among those counted. */
  private final int own;

  ValueFrequencies(Column left, int[] leftRows, Column right, Workers workers) {
    own = left == right ? 1 : 0;
    wanted = new LongCounter(leftRows.length);
    for (int row : leftRows) {
      wanted.want(left.key(row));
    }
    counts = new int[wanted.capacity()];
    int ranges = workers.threads();
    int[][] perRange = new int[ranges][];
    long[] presentRows = new long[ranges];
    workers.run(
        ranges,
        range -> {
          int[] own = new int[counts.length];
          int to = (int) ((long) right.size() * (range + 1) / ranges);
          for (int row = (int) ((long) right.size() * range / ranges); row < to; row++) {
            long key = right.key(row);
            if (key != 0) {
              presentRows[range]++;
              int slot = wanted.slotOf(key);
              if (slot >= 0) {
                own[slot]++;
              }
            }
          }
          perRange[range] = own;
        });
    long present = 0;
    for (int range = 0; range < ranges; range++) {
      present += presentRows[range];
      for (int slot = 0; slot < counts.length; slot++) {
        counts[slot] += perRange[range][slot];
      }
    }
    total = Math.max(1, present);
  }

  /** Share of rows with this value, at least that of a value seen once. */
  double share(long key) {
    return Math.max(1, count(key) - own) / total;
  }

  private int count(long key) {
    int slot = key == 0 ? -1 : wanted.slotOf(key);
    return slot < 0 ? 0 : counts[slot];
  }
}
