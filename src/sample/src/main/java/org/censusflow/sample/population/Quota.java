package org.censusflow.sample.population;

/**
 * Meters out one kind of anomaly: the debt grows with every person and shrinks with every anomaly,
 * so that the number wanted is met although few people are fit for some kinds.
 */
final class Quota {

  private final double rate;
  private double debt;

  Quota(double rate) {
    this.rate = rate;
  }

  void grow(int persons) {
    debt += rate * persons;
  }

  /**
   * How many anomalies this household may get; mostly none, and the surer the longer none was
   * possible.
   */
  int due(Rng rng) {
    return debt >= 1 && rng.unit() * 4 < debt ? (int) debt : 0;
  }

  void paid(int count) {
    debt -= count;
  }
}
