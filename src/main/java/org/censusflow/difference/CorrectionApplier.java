package org.censusflow.difference;

import org.censusflow.registration.Change;
import org.censusflow.registration.Corrections;
import org.springframework.stereotype.Component;

/** Turns an approved outcome into a new version of the registration. */
@Component
class CorrectionApplier {

  private final Proposals proposals;
  private final Corrections corrections;
  private final DifferenceStore store;

  CorrectionApplier(Proposals proposals, Corrections corrections, DifferenceStore store) {
    this.proposals = proposals;
    this.corrections = corrections;
    this.store = store;
  }

  /** Whether it was the first time. */
  boolean apply(Difference difference) {
    Change change =
        new Change(
            difference.id(), difference.reason(), difference.settledBy(), difference.reviewedBy());
    proposals
        .of(difference, difference.outcome(), difference.correction())
        .ifPresent(proposal -> corrections.write(proposal, change));
    return store.applied(difference.id());
  }
}
