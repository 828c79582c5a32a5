package org.censusflow.comparison.linkage;

import java.util.Arrays;

/** Pairs of rows that blocking brought together, with their agreement pattern. */
final class CandidatePairs {

  private int[] left = new int[1024];
  private int[] right = new int[1024];
  private long[] pattern = new long[1024];
  private int size;

  void add(int l, int r, long agreement) {
    if (size == left.length) {
      reserve(size + (size >> 1));
    }
    left[size] = l;
    right[size] = r;
    pattern[size++] = agreement;
  }

  void addAll(CandidatePairs more) {
    reserve(size + more.size);
    System.arraycopy(more.left, 0, left, size, more.size);
    System.arraycopy(more.right, 0, right, size, more.size);
    System.arraycopy(more.pattern, 0, pattern, size, more.size);
    size += more.size;
  }

  private void reserve(int capacity) {
    if (capacity > left.length) {
      left = Arrays.copyOf(left, capacity);
      right = Arrays.copyOf(right, capacity);
      pattern = Arrays.copyOf(pattern, capacity);
    }
  }

  /** The pairs whose left row comes first, for a population compared with itself. */
  CandidatePairs ascending(RowComparer comparer) {
    CandidatePairs kept = new CandidatePairs();
    for (int i = 0; i < size; i++) {
      if (left[i] < right[i] && !comparer.contradicts(pattern[i])) {
        kept.add(left[i], right[i], pattern[i]);
      }
    }
    return kept;
  }

  int size() {
    return size;
  }

  int left(int i) {
    return left[i];
  }

  int right(int i) {
    return right[i];
  }

  long pattern(int i) {
    return pattern[i];
  }
}
