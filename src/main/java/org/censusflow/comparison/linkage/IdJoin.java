package org.censusflow.comparison.linkage;

import org.censusflow.comparison.population.IdColumn;

/**
 * Rows by identity number. A number that very many rows share is a placeholder, not an identity,
 * and joins nothing.
 */
final class IdJoin {

  private static final int LARGEST_GROUP = 8;

  private final long[] numbers;
  private final int[] slots;
  private final int[] next;

  IdJoin(IdColumn column) {
    numbers = column.packed();
    int size = numbers.length;
    slots = new int[Integer.highestOneBit(Math.max(8, size) * 2 - 1) * 2];
    next = new int[size];
    int[] chained = new int[size];
    for (int row = size - 1; row >= 0; row--) {
      long key = numbers[row];
      if (key == 0) {
        continue;
      }
      int slot = find(key);
      next[row] = slots[slot];
      chained[row] = slots[slot] == 0 ? 1 : chained[slots[slot] - 1] + 1;
      slots[slot] = row + 1;
    }
    for (int slot = 0; slot < slots.length; slot++) {
      if (slots[slot] != 0 && chained[slots[slot] - 1] > LARGEST_GROUP) {
        // The slot stays taken, so that keys behind it are still found; its chain just ends at
        // once.
        next[slots[slot] - 1] = -1;
      }
    }
  }

  private int find(long key) {
    int mask = slots.length - 1;
    int slot = (int) (key * 0x9e3779b97f4a7c15L >>> 32) & mask;
    while (slots[slot] != 0 && numbers[slots[slot] - 1] != key) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  /** The first row with this number, or -1. */
  int first(long key) {
    if (key == 0) {
      return -1;
    }
    int row = slots[find(key)] - 1;
    return row >= 0 && next[row] == -1 ? -1 : row;
  }

  /** The next row with the same number, or -1. */
  int next(int row) {
    return next[row] - 1;
  }
}
