package org.censusflow.linkage.population;

/** 64-bit mixing for equality keys. Keys are compared as numbers; 0 always means "no value". */
public final class Hashing {

  private Hashing() {}

  /**
   * A bijective finaliser (the constants are those of Stafford's variant 13, as in {@code
   * SplittableRandom}).
   */
  public static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /** Adds one more part to a running key; the order of the parts matters. */
  public static long combine(long hash, long part) {
    return mix(hash * 0x9e3779b97f4a7c15L + part + 0x632be59bd9b4e019L);
  }

  /** Key of a piece of text in UTF-8; never 0. */
  public static long of(byte[] utf8, int from, int to) {
    long hash = to - from;
    long word = 0;
    int filled = 0;
    for (int i = from; i < to; i++) {
      word = (word << 8) | (utf8[i] & 0xff);
      if (++filled == 8) {
        hash = combine(hash, word);
        word = 0;
        filled = 0;
      }
    }
    return orOne(combine(hash, word));
  }

  /** The hash, or 1 instead of 0, which means "no value". */
  public static long orOne(long hash) {
    return hash == 0 ? 1 : hash;
  }
}
