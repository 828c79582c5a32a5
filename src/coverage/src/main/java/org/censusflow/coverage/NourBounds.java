package org.censusflow.coverage;

/**
 * What the population can be when the lists depend on each other the usual way, a person missed by
 * one being more easily missed by the other [N]: the persons missed by both are between
 * 2xym/(xy+m²) and √(xy), x and y being those in one list only.
 */
public record NourBounds(double low, double high) {

  static NourBounds of(Counts c) {
    double xy = c.censusOnly() * c.surveyOnly();
    double m = c.matched();
    return new NourBounds(c.seen() + 2 * xy * m / (xy + m * m), c.seen() + Math.sqrt(xy));
  }

  NourBounds plus(NourBounds other) {
    return new NourBounds(low + other.low, high + other.high);
  }
}
