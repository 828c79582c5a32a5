package org.censusflow.linkage.matching;

import org.censusflow.linkage.similarity.Readings;

/**
 * Tests on names of up to four characters packed in a number, 16 bits each, the last one lowest.
 */
final class PackedNames {

  private PackedNames() {}

  private static int length(long name) {
    return (79 - Long.numberOfLeadingZeros(name)) / 16;
  }

  /** Whether both have the same characters, each as often, in any order. */
  static boolean reordered(long a, long b) {
    if (length(a) != length(b)) {
      return false;
    }
    long left = b;
    for (long rest = a; rest != 0; rest >>>= 16) {
      int shift = 0;
      while (shift < 64 && (left >>> shift & 0xffff) != (rest & 0xffff)) {
        shift += 16;
      }
      if (shift == 64) {
        return false;
      }
      // 0xffff is no character, so that what is used up never agrees again.
      left |= 0xffffL << shift;
    }
    return true;
  }

  /** Whether both have as many characters and each sounds like the other's. */
  static boolean sameSound(long a, long b) {
    if (length(a) != length(b)) {
      return false;
    }
    for (int shift = (length(a) - 1) * 16; shift >= 0; shift -= 16) {
      if (!Readings.alike((int) (a >>> shift & 0xffff), (int) (b >>> shift & 0xffff))) {
        return false;
      }
    }
    return true;
  }

  /** Whether one character replaced, put in or left out makes one name of the other. */
  static boolean oneEdit(long a, long b) {
    int m = length(a);
    int n = length(b);
    if (m == n) {
      int differing = 0;
      for (long apart = a ^ b; apart != 0; apart >>>= 16) {
        differing += (apart & 0xffff) == 0 ? 0 : 1;
      }
      return differing <= 1;
    }
    return Math.abs(m - n) == 1 && (m < n ? oneMore(a, b) : oneMore(b, a));
  }

  private static boolean oneMore(long small, long large) {
    long below = 0;
    for (int shift = 0; shift < 64; shift += 16) {
      long without = large >>> shift >>> 16 << shift | large & below;
      if (without == small) {
        return true;
      }
      below = below << 16 | 0xffff;
    }
    return false;
  }
}
