package org.censusflow.coverage;

/**
 * Persons of one place in two lists. Matched persons may be a fraction where unresolved ones count
 * with a probability.
 *
 * @param census persons of the census that are rightly counted here: without erroneous and imputed
 *     ones
 * @param survey persons of the independent survey
 * @param matched persons in both
 */
public record Counts(double census, double survey, double matched) {

  /**
   * @throws IllegalArgumentException when a count is negative or more are matched than were counted
   */
  public Counts {
    if (!(matched >= 0) || !(matched <= census) || !(matched <= survey)) {
      throw new IllegalArgumentException(
          "matched " + matched + " of " + census + " and " + survey + " contradict each other");
    }
  }

  /** Persons in the census only. */
  public double censusOnly() {
    return census - matched;
  }

  /** Persons in the survey only. */
  public double surveyOnly() {
    return survey - matched;
  }

  /** Persons in at least one of the two. */
  public double seen() {
    return census + survey - matched;
  }

  Counts plus(Counts other) {
    return new Counts(census + other.census, survey + other.survey, matched + other.matched);
  }

  Counts minus(Counts other) {
    // What is taken away was added before; rounding of fractions must not make it negative.
    double left = Math.max(0, matched - other.matched);
    return new Counts(
        Math.max(left, census - other.census), Math.max(left, survey - other.survey), left);
  }
}
