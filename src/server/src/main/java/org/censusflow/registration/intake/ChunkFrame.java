package org.censusflow.registration.intake;

import java.time.Instant;
import java.util.List;
import org.censusflow.registration.form.Violation;

/**
 * What all rows of a chunk have in common.
 *
 * @param answeredBy {@code field} or {@code self}
 * @param actor the account that brings the rows
 */
record ChunkFrame(String censusId, String answeredBy, String actor, Instant now) {

  static final List<String> FINDING =
      List.of("census_id", "household_id", "person_id", "check_id", "item");

  /**
   * A row of the table of findings.
   *
   * @param person null when the check is about the household
   */
  Object[] finding(long household, Long person, Violation violation) {
    return new Object[] {censusId, household, person, violation.check().id(), violation.about()};
  }
}
