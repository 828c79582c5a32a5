package org.censusflow.linkage.matching;

import java.util.Arrays;

/**
 * How often each agreement pattern occurs; patterns in ascending order, so that sums are the same
 * on every run.
 */
final class PatternCounts {

  private final long[] patterns;
  private final int[] counts;

  PatternCounts(LongCounter counter) {
    long[] found = new long[counter.capacity()];
    int n = 0;
    for (int slot = 0; slot < counter.capacity(); slot++) {
      if (counter.countAt(slot) > 0) {
        found[n++] = counter.keyAt(slot) - 1;
      }
    }
    patterns = Arrays.copyOf(found, n);
    Arrays.sort(patterns);
    counts = new int[n];
    for (int i = 0; i < n; i++) {
      counts[i] = counter.count(patterns[i] + 1);
    }
  }

  static PatternCounts none() {
    return new PatternCounts(new LongCounter(1));
  }

  static PatternCounts of(CandidatePairs pairs) {
    LongCounter counter = new LongCounter(1024);
    for (int i = 0; i < pairs.size(); i++) {
      counter.add(pairs.pattern(i) + 1);
    }
    return new PatternCounts(counter);
  }

  int size() {
    return patterns.length;
  }

  long pattern(int i) {
    return patterns[i];
  }

  int count(int i) {
    return counts[i];
  }
}
