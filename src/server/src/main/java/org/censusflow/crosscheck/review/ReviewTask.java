package org.censusflow.crosscheck.review;

import java.util.Locale;

/**
 * What one task of a clerical review is about.
 *
 * @param batch key of the pairs
 */
public record ReviewTask(String district, String batch, Part part) {

  /** Who answers: either of the two judges, or the lead where they do not agree. */
  public enum Part {
    FIRST,
    SECOND,
    LEAD;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  boolean decides() {
    return part == Part.LEAD;
  }
}
