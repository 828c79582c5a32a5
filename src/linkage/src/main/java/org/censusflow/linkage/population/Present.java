package org.censusflow.linkage.population;

/** Counts the values that are not 0, in a loop without a call a row. */
final class Present {

  private Present() {}

  static long in(long[] values) {
    int present = 0;
    for (long value : values) {
      present += value == 0 ? 0 : 1;
    }
    return present;
  }

  static long in(int[] values) {
    int present = 0;
    for (int value : values) {
      present += value == 0 ? 0 : 1;
    }
    return present;
  }

  static long in(byte[] values) {
    int present = 0;
    for (byte value : values) {
      present += value == 0 ? 0 : 1;
    }
    return present;
  }
}
