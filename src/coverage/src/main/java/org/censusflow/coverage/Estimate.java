package org.censusflow.coverage;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A number of persons with what is known of its error.
 *
 * @param low lower end of the 95 % confidence interval
 * @param high upper end
 * @param degreesOfFreedom of the standard error; infinite where it is a formula's
 */
public record Estimate(
    double estimate, double standardError, double low, double high, double degreesOfFreedom) {

  private static final double NORMAL_95 = 1.96;
  private static final double UPPER = 0.975;

  /** The interval is symmetric: Student's t where few blocks tell the variance, else ± 1.96. */
  static Estimate of(double estimate, Spread spread) {
    double error = Math.sqrt(spread.variance());
    double reach = factor(spread.degreesOfFreedom()) * error;
    return new Estimate(
        estimate, error, estimate - reach, estimate + reach, spread.degreesOfFreedom());
  }

  Spread spread() {
    return new Spread(standardError * standardError, degreesOfFreedom);
  }

  private static double factor(double degreesOfFreedom) {
    return Double.isInfinite(degreesOfFreedom)
        ? NORMAL_95
        : TDistribution.of(degreesOfFreedom).inverseCumulativeProbability(UPPER);
  }
}
