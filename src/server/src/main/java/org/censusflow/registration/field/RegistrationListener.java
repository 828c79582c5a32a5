package org.censusflow.registration.field;

import java.util.List;
import org.censusflow.registration.answers.HouseholdAnswered;
import org.censusflow.registration.answers.RegistrationsChanged;
import org.censusflow.registration.longform.HouseholdsReturned;
import org.censusflow.registration.longform.SelfEnumerationChosen;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps lists and counts up with the answers that come in. */
@Component
class RegistrationListener {

  private final HouseholdCases cases;
  private final FieldCounts counts;

  RegistrationListener(HouseholdCases cases, FieldCounts counts) {
    this.cases = cases;
    this.counts = counts;
  }

  /** A household that answers by itself needs no visit any more. */
  @EventListener
  @Transactional
  void answered(HouseholdAnswered event) {
    cases.answered(event.censusId(), event.block());
  }

  /** A household that will answer by itself is not visited before the cut-off. */
  @EventListener
  @Transactional
  void chosen(SelfEnumerationChosen event) {
    cases.answered(event.censusId(), event.block());
  }

  /** After the cut-off, whoever wanted to answer alone and has not is visited. */
  @EventListener
  @Transactional
  void returned(HouseholdsReturned event) {
    cases.returnUnanswered(event.censusId(), event.block());
  }

  @EventListener
  @Transactional
  void changed(RegistrationsChanged event) {
    List<String> blocks = event.blocks();
    if (blocks.isEmpty()) {
      counts.recountAll(event.censusId());
    } else {
      counts.changed(event.censusId(), blocks);
    }
  }
}
