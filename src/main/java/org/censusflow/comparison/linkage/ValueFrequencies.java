package org.censusflow.comparison.linkage;

import org.censusflow.comparison.population.Column;

/**
 * Shares of a field's values on the right, for the values that occur among some rows of the left:
 * two rows that agree on a rare name are one person more probably than two that agree on 张伟
 * (Winkler 1989, Fellegi and Sunter's method I).
 */
final class ValueFrequencies {

  private final LongCounter counter;
  private final double total;

  ValueFrequencies(Column left, int[] leftRows, Column right) {
    counter = new LongCounter(leftRows.length);
    for (int row : leftRows) {
      counter.want(left.key(row));
    }
    int present = 0;
    for (int row = 0; row < right.size(); row++) {
      long key = right.key(row);
      counter.addIfWanted(key);
      present += key == 0 ? 0 : 1;
    }
    total = Math.max(1, present);
  }

  /** Share of rows with this value, at least that of a value seen once. */
  double share(long key) {
    return Math.max(1, counter.count(key)) / total;
  }
}
