package org.censusflow.registration.question;

/**
 * Why and by whom a registration gets a new version.
 *
 * @param differenceId the difference of the cross-check that the change settles
 * @param reason what the household said, in the officer's words
 * @param madeBy account of the officer who settled it
 * @param checkedBy account of the officer who reviewed it; never the same person
 */
public record Change(long differenceId, String reason, String madeBy, String checkedBy) {

  public Change {
    if (madeBy == null || checkedBy == null || madeBy.equals(checkedBy)) {
      throw new IllegalArgumentException(
          "A change of a registration needs a maker and another person as checker");
    }
  }
}
