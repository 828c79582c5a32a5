package org.censusflow.sample.population;

/**
 * A seeded stream of numbers (SplitMix64) whose values are fixed by this file alone: a population
 * keeps its bytes whatever the Java release, the platform or the number of threads.
 */
final class Rng {

  private long state;

  Rng(long seed, long stream) {
    this.state = mix(mix(seed) + stream * 0x9E3779B97F4A7C15L);
  }

  long nextLong() {
    state += 0x9E3779B97F4A7C15L;
    return mix(state);
  }

  /** A number from 0 to below the bound, which is positive. */
  int below(int bound) {
    return (int) (((nextLong() >>> 32) * bound) >>> 32);
  }

  /** A number from low to high, both included. */
  int between(int low, int high) {
    return low + below(high - low + 1);
  }

  double unit() {
    return (nextLong() >>> 11) * 0x1.0p-53;
  }

  boolean chance(double probability) {
    return unit() < probability;
  }

  /** The index of a weight, each drawn in proportion to its size. */
  int weighted(double... weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    double left = unit() * sum;
    for (int i = 0; i < weights.length - 1; i++) {
      left -= weights[i];
      if (left < 0) {
        return i;
      }
    }
    return weights.length - 1;
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
