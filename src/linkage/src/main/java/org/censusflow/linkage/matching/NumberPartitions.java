package org.censusflow.linkage.matching;

import org.censusflow.linkage.population.Workers;

/**
 * Identity numbers with their rows, spread over partitions by hash: rows of one number fall into
 * one partition, and a partition is small enough for a processor's cache. Looking numbers up in one
 * table of all rows waits for the memory at nearly every row.
 *
 * <p>Within a partition rows ascend, whatever the number of threads. Rows without a number are left
 * out.
 */
final class NumberPartitions {

  private static final long SPREAD = 0x9e3779b97f4a7c15L;
  private static final int ROWS_A_PARTITION = 8192;
  private static final int LARGEST_BITS = 10;
  private static final int RANGES = 32;

  private final int bits;
  private final int[] starts;
  final long[] numbers;
  final int[] rows;

  /** Spreads a column over {@code 2^bits} partitions. */
  NumberPartitions(long[] column, int bits, Workers workers) {
    this.bits = bits;
    int partitions = 1 << bits;
    int[][] next = new int[RANGES][partitions];
    workers.run(RANGES, range -> count(column, range, next[range]));
    starts = new int[partitions + 1];
    int at = 0;
    for (int partition = 0; partition < partitions; partition++) {
      starts[partition] = at;
      for (int[] ofRange : next) {
        int size = ofRange[partition];
        ofRange[partition] = at;
        at += size;
      }
    }
    starts[partitions] = at;
    numbers = new long[at];
    rows = new int[at];
    workers.run(RANGES, range -> spread(column, range, next[range]));
  }

  /** How many bits make partitions that fit into a cache. */
  static int bits(int rows) {
    int bits = 0;
    while (bits < LARGEST_BITS && rows >> bits > ROWS_A_PARTITION) {
      bits++;
    }
    return bits;
  }

  private void count(long[] column, int range, int[] counts) {
    int to = end(column, range);
    for (int row = end(column, range - 1); row < to; row++) {
      if (column[row] != 0) {
        counts[partition(column[row])]++;
      }
    }
  }

  private void spread(long[] column, int range, int[] next) {
    int to = end(column, range);
    for (int row = end(column, range - 1); row < to; row++) {
      if (column[row] != 0) {
        int at = next[partition(column[row])]++;
        numbers[at] = column[row];
        rows[at] = row;
      }
    }
  }

  private static int end(long[] column, int range) {
    return (int) ((long) column.length * (range + 1) / RANGES);
  }

  private int partition(long number) {
    // In two steps, because a shift by 64 would be none.
    return (int) (number * SPREAD >>> 1 >>> 63 - bits);
  }

  /** A hash within a partition, of other bits than those that chose it. */
  static int hash(long number) {
    return (int) (number * SPREAD >>> 24);
  }

  int count() {
    return starts.length - 1;
  }

  int from(int partition) {
    return starts[partition];
  }

  int to(int partition) {
    return starts[partition + 1];
  }
}
