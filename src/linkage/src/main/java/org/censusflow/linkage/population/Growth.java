package org.censusflow.linkage.population;

/** How arrays grow while rows come in. */
final class Growth {

  private Growth() {}

  static int next(int size) {
    return Math.max(16, Math.addExact(size, size >> 1));
  }
}
