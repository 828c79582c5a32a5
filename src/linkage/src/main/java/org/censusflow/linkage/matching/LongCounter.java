package org.censusflow.linkage.matching;

/** Counts 64-bit keys in an open-addressing table; key 0 is not counted. */
final class LongCounter {

  private long[] keys;
  private int[] counts;
  private int size;

  LongCounter(int expected) {
    int capacity = Integer.highestOneBit(Math.max(8, expected) * 2 - 1) * 2;
    keys = new long[capacity];
    counts = new int[capacity];
  }

  /** Makes a key known without counting it and returns its slot; -1 for the key 0. */
  int want(long key) {
    return key == 0 ? -1 : slot(key, true);
  }

  void add(long key) {
    add(key, 1);
  }

  void add(long key, int times) {
    if (key != 0) {
      // The slot first: finding it may put a larger table in place.
      int slot = slot(key, true);
      counts[slot] += times;
    }
  }

  /** Slot of a key that is not 0, or -1 when it is unknown. */
  int slotOf(long key) {
    return slot(key, false);
  }

  int count(long key) {
    int slot = key == 0 ? -1 : slot(key, false);
    return slot < 0 ? 0 : counts[slot];
  }

  int capacity() {
    return keys.length;
  }

  long keyAt(int slot) {
    return keys[slot];
  }

  int countAt(int slot) {
    return counts[slot];
  }

  private int slot(long key, boolean insert) {
    int mask = keys.length - 1;
    int slot = (int) (key * 0x9e3779b97f4a7c15L >>> 32) & mask;
    while (keys[slot] != 0) {
      if (keys[slot] == key) {
        return slot;
      }
      slot = slot + 1 & mask;
    }
    if (!insert) {
      return -1;
    }
    if (size * 2 >= keys.length) {
      grow();
      return slot(key, true);
    }
    keys[slot] = key;
    size++;
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldCounts = counts;
    keys = new long[oldKeys.length * 2];
    counts = new int[keys.length];
    size = 0;
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int slot = slot(oldKeys[i], true);
        counts[slot] = oldCounts[i];
      }
    }
  }
}
