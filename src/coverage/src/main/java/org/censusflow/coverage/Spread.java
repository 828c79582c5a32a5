package org.censusflow.coverage;

import java.util.Collection;

/** A variance and the degrees of freedom that it rests on; infinite for a formula's. */
record Spread(double variance, double degreesOfFreedom) {

  static Spread known(double variance) {
    return new Spread(variance, Double.POSITIVE_INFINITY);
  }

  /**
   * The variance of a sum of independent figures; degrees of freedom after Satterthwaite, "An
   * approximate distribution of estimates of variance components" (1946).
   */
  static Spread sum(Collection<Spread> parts) {
    double variance = parts.stream().mapToDouble(Spread::variance).sum();
    double share =
        parts.stream().mapToDouble(p -> p.variance * p.variance / p.degreesOfFreedom).sum();
    return new Spread(
        variance, share == 0 ? Double.POSITIVE_INFINITY : Math.max(1, variance * variance / share));
  }
}
