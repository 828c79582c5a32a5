package org.censusflow.linkage.matching;

import java.util.Arrays;

/** Pairs of rows that blocking brought together, with their agreement pattern. */
final class CandidatePairs {

  private int[] left = new int[1024];
  private int[] right = new int[1024];
  private long[] pattern = new long[1024];

  /** The rules that a pair agrees on, a bit each; {@code null} when nobody asks for them. */
  private int[] rules;

  private int size;

  /** A list that also keeps by which rules the pairs were found. */
  static CandidatePairs withRules() {
    CandidatePairs pairs = new CandidatePairs();
    pairs.rules = new int[1024];
    return pairs;
  }

  /** Says that a pair agrees on a rule, too; the rules from the 32nd on count as one. */
  void addRule(int i, int rule) {
    if (rules != null) {
      rules[i] |= 1 << Math.min(rule, Integer.SIZE - 1);
    }
  }

  /** The rules that a pair agrees on, a bit each. */
  int rules(int i) {
    return rules[i];
  }

  boolean hasRules() {
    return rules != null;
  }

  void add(int l, int r, long agreement) {
    if (size == left.length) {
      reserve(size + (size >> 1));
    }
    left[size] = l;
    right[size] = r;
    pattern[size++] = agreement;
  }

  /** The pairs of all parts, one after the other. */
  static CandidatePairs joined(CandidatePairs[] parts) {
    boolean ruled = parts.length > 0 && parts[0].rules != null;
    CandidatePairs all = ruled ? withRules() : new CandidatePairs();
    int total = 0;
    for (CandidatePairs part : parts) {
      total += part.size;
    }
    all.reserve(total);
    for (CandidatePairs part : parts) {
      System.arraycopy(part.left, 0, all.left, all.size, part.size);
      System.arraycopy(part.right, 0, all.right, all.size, part.size);
      System.arraycopy(part.pattern, 0, all.pattern, all.size, part.size);
      if (ruled) {
        System.arraycopy(part.rules, 0, all.rules, all.size, part.size);
      }
      all.size += part.size;
    }
    return all;
  }

  /** Finds the pattern of every pair. */
  void compare(RowComparer comparer) {
    comparer.patterns(left, right, size, pattern);
  }

  private void reserve(int capacity) {
    if (capacity > left.length) {
      left = Arrays.copyOf(left, capacity);
      right = Arrays.copyOf(right, capacity);
      pattern = Arrays.copyOf(pattern, capacity);
      rules = rules == null ? null : Arrays.copyOf(rules, capacity);
    }
  }

  /** Decides which pairs are kept, and with which pattern. */
  interface Sieve {
    long DROP = -1;

    /** The pattern to keep, or {@link #DROP}. */
    long sift(int left, int right, long pattern);
  }

  /** Keeps what a sieve lets pass, in place. */
  CandidatePairs sifted(Sieve sieve) {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      long sifted = sieve.sift(left[i], right[i], pattern[i]);
      if (sifted != Sieve.DROP) {
        left[kept] = left[i];
        right[kept] = right[i];
        if (rules != null) {
          rules[kept] = rules[i];
        }
        pattern[kept++] = sifted;
      }
    }
    size = kept;
    return this;
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
