package org.censusflow.crosscheck.delivery.workflow;

import java.util.List;
import org.censusflow.base.process.crosscheck.QuarantinedDeliveryProcess;
import org.censusflow.base.task.RecordedSteps;
import org.springframework.stereotype.Component;

/** The tasks whose completion the destruction of a delivery asks for. */
@Component
class QuarantineRecords implements RecordedSteps {

  @Override
  public List<Step> steps() {
    return List.of(
        new Step(
            QuarantinedDeliveryProcess.HANDLE_QUARANTINE,
            "propose",
            "quarantineMeasure",
            "discard",
            null),
        Step.approved(QuarantinedDeliveryProcess.CONFIRM_DISCARD, "discard", "discardDecision"));
  }
}
