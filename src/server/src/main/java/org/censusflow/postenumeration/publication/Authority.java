package org.censusflow.postenumeration.publication;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.censusflow.base.access.TakenSteps;
import org.censusflow.base.access.TakenSteps.Needed;

/** What a destruction rests on: whose records they are, until when they are kept, who destroys. */
record Authority(
    String censusId,
    String district,
    String status,
    Instant destroyAfter,
    String destroyedBy,
    String supervisedBy) {

  /**
   * Who took each step: the archive has what is kept, the office applied, a lead approved, and two
   * people destroy of whom neither approved.
   *
   * @throws org.censusflow.base.access.StepsMissing when one is not on record
   */
  Map<String, String> people(String processKey, TakenSteps steps) {
    String office = district + "-census-office";
    String leads = district + "-census-leads";
    return steps.require(
        processKey,
        List.of(
            Needed.of("hand-over", office),
            Needed.of("archive", leads, "hand-over"),
            Needed.of("apply", office),
            Needed.of("approve", leads, "apply"),
            Needed.of("destroy", office, "approve"),
            Needed.of("supervise", office, "approve", "destroy")));
  }
}
