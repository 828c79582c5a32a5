package org.censusflow.linkage.matching;

import java.util.Arrays;

/**
 * Rows (by their position in a list) by blocking key: the rows of one key stand side by side
 * (compressed rows), found through an open-addressing table.
 */
final class BlockIndex {

  private final long[] slots;
  private final int[] starts;
  private final int[] positions;
  private final int largest;

  /** A bit for each hash: most keys that are not here are turned away without the table. */
  private final long[] present;

  /** Indexes {@code keys[i]} for {@code positions[i]}; entries with key 0 are left out. */
  BlockIndex(long[] keys, int[] positions, int size) {
    int capacity = Integer.highestOneBit(Math.max(8, size) * 2 - 1) * 2;
    slots = new long[capacity];
    present = new long[Math.max(1, capacity / 8)];
    int[] counts = new int[capacity + 1];
    int[] slotOf = new int[size];
    for (int i = 0; i < size; i++) {
      if (keys[i] == 0) {
        slotOf[i] = -1;
        continue;
      }
      int slot = find(keys[i]);
      slots[slot] = keys[i];
      present[bit(keys[i]) >>> 6] |= 1L << bit(keys[i]);
      slotOf[i] = slot;
      counts[slot + 1]++;
    }
    int most = 0;
    for (int i = 0; i < capacity; i++) {
      most = Math.max(most, counts[i + 1]);
      counts[i + 1] += counts[i];
    }
    largest = most;
    starts = counts;
    this.positions = new int[counts[capacity]];
    int[] next = Arrays.copyOf(counts, capacity);
    for (int i = 0; i < size; i++) {
      if (slotOf[i] >= 0) {
        this.positions[next[slotOf[i]]++] = positions[i];
      }
    }
  }

  private int bit(long key) {
    return (int) (key * 0x9e3779b97f4a7c15L >>> 32) & present.length * 64 - 1;
  }

  private int find(long key) {
    int mask = slots.length - 1;
    int slot = (int) (key * 0x9e3779b97f4a7c15L >>> 32) & mask;
    while (slots[slot] != 0 && slots[slot] != key) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  /** Slot of a key, or -1 when no row has it. */
  int slot(long key) {
    if (key == 0 || (present[bit(key) >>> 6] & 1L << bit(key)) == 0) {
      return -1;
    }
    int slot = find(key);
    return slots[slot] == 0 ? -1 : slot;
  }

  /** Slots of many keys. */
  int[] slots(long[] keys) {
    int[] found = new int[keys.length];
    for (int i = 0; i < keys.length; i++) {
      found[i] = slot(keys[i]);
    }
    return found;
  }

  /** Rows of the largest block. */
  int largest() {
    return largest;
  }

  int from(int slot) {
    return starts[slot];
  }

  int to(int slot) {
    return starts[slot + 1];
  }

  /** What stands at a place between {@link #from} and {@link #to}. */
  int position(int at) {
    return positions[at];
  }
}
