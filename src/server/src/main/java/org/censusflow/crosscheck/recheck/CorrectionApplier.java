package org.censusflow.crosscheck.recheck;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.censusflow.crosscheck.compare.Difference;
import org.censusflow.crosscheck.compare.DifferenceStore;
import org.censusflow.registration.question.Change;
import org.censusflow.registration.question.Corrections;
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

  /** Before all of a block's outcomes, so that those of another block wait or have written. */
  void begin(String censusId, List<Difference> differences) {
    Set<String> blocks = new TreeSet<>();
    Set<Long> persons = new TreeSet<>();
    for (Difference difference : differences) {
      blocks.add(difference.block());
      Optional.ofNullable(difference.correction().get("block")).ifPresent(blocks::add);
      persons.addAll(difference.persons());
    }
    corrections.begin(censusId, blocks, persons);
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
