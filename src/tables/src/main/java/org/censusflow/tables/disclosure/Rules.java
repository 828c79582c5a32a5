package org.censusflow.tables.disclosure;

import java.util.Set;

/**
 * What is sensitive in a table, from the district's file.
 *
 * @param threshold counts from 1 to threshold − 1 are sensitive
 * @param width how far apart, at least, the smallest and the largest value must be that anybody can
 *     compute for a sensitive count; the threshold or more, so that the cell might be above it
 * @param zeros whether counts of nobody are sensitive
 * @param groups variables of which a group must not be all in one category: its only category is
 *     sensitive
 */
public record Rules(int threshold, int width, boolean zeros, Set<String> groups) {

  /**
   * @throws IllegalArgumentException when the threshold is below 1 or the width below the threshold
   */
  public Rules {
    if (threshold < 1 || width < threshold) {
      throw new IllegalArgumentException(
          "a threshold of 1 or more is needed, and a width not below it");
    }
    groups = Set.copyOf(groups);
  }

  /** Small counts alone. */
  public static Rules threshold(int threshold) {
    return new Rules(threshold, threshold, false, Set.of());
  }
}
