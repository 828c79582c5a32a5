package org.censusflow.linkage;

/** The first row of each 64-bit key, in an open-addressing table; 0 is no key. */
final class RowTable {

  private long[] keys = new long[1 << 12];
  private int[] rows = new int[1 << 12];
  private int size;

  /** Enters a row unless the key has one; returns the row that had the key before, or -1. */
  int enter(long key, int row) {
    if (key == 0) {
      return -1;
    }
    int slot = slot(key);
    if (keys[slot] == key) {
      return rows[slot];
    }
    keys[slot] = key;
    rows[slot] = row;
    if (++size * 2 > keys.length) {
      grow();
    }
    return -1;
  }

  /** The row of a key, or -1. */
  int row(long key) {
    int slot = key == 0 ? -1 : slot(key);
    return slot >= 0 && keys[slot] == key ? rows[slot] : -1;
  }

  private int slot(long key) {
    int slot = (int) (key * 0x9e3779b97f4a7c15L >>> 32) & keys.length - 1;
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = slot + 1 & keys.length - 1;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldRows = rows;
    keys = new long[oldKeys.length * 2];
    rows = new int[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        rows[slot] = oldRows[i];
      }
    }
  }
}
