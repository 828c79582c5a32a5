package org.censusflow.coverage;

import java.util.ArrayList;
import java.util.List;

/**
 * What census and survey counted of one block, or of a whole stratum.
 *
 * @param stratum within which everybody has the same chance of being counted
 * @param cluster the block; null where the counts are a stratum's
 * @param census persons whom the census counted, with erroneous and imputed ones
 * @param survey persons whom the survey counted
 * @param matched persons in both; a fraction where unresolved ones count with a probability
 * @param erroneous census persons who do not belong here, or are there twice
 * @param imputed census persons without data of their own, who cannot be matched
 */
public record BlockCounts(
    String stratum,
    String cluster,
    double census,
    double survey,
    double matched,
    double erroneous,
    double imputed) {

  /** What is wrong with these counts by themselves, in words that follow the place. */
  public List<String> faults() {
    List<String> faults = new ArrayList<>();
    if (census < 0 || survey < 0 || matched < 0 || erroneous < 0 || imputed < 0) {
      faults.add("a count is below zero");
      return faults;
    }
    if (matched > survey) {
      faults.add("matched (%s) are more than n2 (%s)".formatted(plain(matched), plain(survey)));
    }
    if (erroneous + imputed > census) {
      faults.add(
          "erroneous and imputed (%s) are more than n1 (%s)"
              .formatted(plain(erroneous + imputed), plain(census)));
    } else if (matched > correct()) {
      faults.add(
          "matched (%s) are more than n1%s (%s)"
              .formatted(
                  plain(matched),
                  correct() < census ? " without erroneous and imputed" : "",
                  plain(correct())));
    }
    return faults;
  }

  private double correct() {
    return census - erroneous - imputed;
  }

  /**
   * @throws IllegalArgumentException when they contradict each other
   */
  Counts counts() {
    return new Counts(correct(), survey, matched);
  }

  static String plain(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }
}
