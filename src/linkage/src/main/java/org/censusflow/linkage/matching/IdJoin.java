package org.censusflow.linkage.matching;

import org.censusflow.linkage.population.IdColumn;
import org.censusflow.linkage.population.Workers;

/**
 * Finds the rows of the right that bear a left row's identity number, partition by partition. A
 * number that very many rows share is a placeholder, not an identity, and joins nothing.
 */
final class IdJoin {

  private static final int LARGEST_GROUP = 8;

  /** Chooses among several rows of the right that bear a left row's number. */
  interface Choice {
    /**
     * The better one.
     *
     * @param best the best so far, -1 before the first
     */
    int better(int left, int best, int other);
  }

  private final NumberPartitions left;
  private final NumberPartitions right;
  private final Workers workers;

  IdJoin(IdColumn left, IdColumn right, Workers workers) {
    int bits = NumberPartitions.bits(Math.max(left.size(), right.size()));
    this.left = new NumberPartitions(left.packed(), bits, workers);
    this.right = new NumberPartitions(right.packed(), bits, workers);
    this.workers = workers;
  }

  /** Writes each left row's partner to {@code partner}; rows without one keep what they have. */
  void join(int[] partner, Choice choice) {
    workers.run(left.count(), partition -> join(partition, partner, choice));
  }

  private void join(int partition, int[] partner, Choice choice) {
    int base = right.from(partition);
    int size = right.to(partition) - base;
    int[] slots = new int[Integer.highestOneBit(Math.max(8, size) * 2 - 1) * 2];
    int[] next = new int[size];
    for (int i = size - 1; i >= 0; i--) {
      int slot = slot(slots, base, right.numbers[base + i]);
      next[i] = slots[slot];
      slots[slot] = i + 1;
    }
    for (int i = left.from(partition); i < left.to(partition); i++) {
      int first = slots[slot(slots, base, left.numbers[i])];
      if (first == 0) {
        continue;
      }
      int l = left.rows[i];
      if (next[first - 1] == 0) {
        partner[l] = right.rows[base + first - 1];
      } else if (length(first, next) <= LARGEST_GROUP) {
        int best = -1;
        for (int at = first; at != 0; at = next[at - 1]) {
          best = choice.better(l, best, right.rows[base + at - 1]);
        }
        partner[l] = best;
      }
    }
  }

  private int slot(int[] slots, int base, long number) {
    int mask = slots.length - 1;
    int slot = NumberPartitions.hash(number) & mask;
    while (slots[slot] != 0 && right.numbers[base + slots[slot] - 1] != number) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private static int length(int first, int[] next) {
    int length = 0;
    for (int at = first; at != 0 && length <= LARGEST_GROUP; at = next[at - 1]) {
      length++;
    }
    return length;
  }
}
