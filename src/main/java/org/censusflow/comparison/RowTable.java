package org.censusflow.comparison;

import java.util.HashMap;
import java.util.Map;

/** The first row of each 64-bit key; 0 is no key. */
final class RowTable {

  private final Map<Long, Integer> rows = new HashMap<>();

  /** Enters a row and returns the row that had the key before, or -1. */
  int enter(long key, int row) {
    if (key == 0) {
      return -1;
    }
    Integer before = rows.putIfAbsent(key, row);
    return before == null ? -1 : before;
  }

  /** The row of a key, or -1. */
  int row(long key) {
    return key == 0 ? -1 : rows.getOrDefault(key, -1);
  }
}
