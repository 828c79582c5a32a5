package org.censusflow.coverage;

import java.util.List;
import java.util.Map;

/**
 * What is estimated of a stratum, or of all of them.
 *
 * @param name of the stratum; empty for all
 * @param counts sums over the blocks
 * @param clusters blocks of known counts; 0 where only the sum is known
 * @param cells the four cells, summed over the strata
 * @param estimates by estimator
 * @param checks standard errors of {@link Estimator#CHANDRASEKAR_DEMING} found in other ways
 * @param nour bounds under dependence
 * @param matching sensitivity to errors of matching
 * @param coverage the census against the population of {@link Estimator#CHANDRASEKAR_DEMING}; here
 *     duplicates are among the other erroneous persons
 */
public record StratumEstimate(
    String name,
    Counts counts,
    int clusters,
    Cells cells,
    Map<Estimator, Estimate> estimates,
    Checks checks,
    NourBounds nour,
    MatchingSensitivity matching,
    CoverageError coverage) {

  /**
   * Standard errors, in persons.
   *
   * @param analytic as if persons were missed one by one everywhere
   * @param bootstrap with the blocks as they are
   */
  public record Checks(double analytic, double bootstrap) {

    static Checks sum(List<Checks> parts) {
      return new Checks(
          Math.sqrt(parts.stream().mapToDouble(c -> c.analytic * c.analytic).sum()),
          Math.sqrt(parts.stream().mapToDouble(c -> c.bootstrap * c.bootstrap).sum()));
    }
  }
}
