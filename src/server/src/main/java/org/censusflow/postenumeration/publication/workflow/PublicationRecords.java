package org.censusflow.postenumeration.publication.workflow;

import static org.censusflow.base.task.RecordedSteps.Step.approved;
import static org.censusflow.base.task.RecordedSteps.Step.done;

import java.util.List;
import org.censusflow.base.task.RecordedSteps;
import org.springframework.stereotype.Component;

/** The tasks whose completion a release and a destruction ask for. */
@Component
class PublicationRecords implements RecordedSteps {

  private static final String DECISION = "decision";

  @Override
  public List<Step> steps() {
    return List.of(
        done("Task_DraftRelease", "draft"),
        approved("Task_CheckDisclosure", "check", DECISION),
        approved("Task_ApproveRelease", "approve", DECISION),
        done("Task_SubmitRelease", "submit"),
        approved("Task_RecordHigherDecision", "answer", "higherDecision"),
        done("Task_HandOverArchive", "hand-over"),
        approved("Task_ConfirmArchive", "archive", DECISION),
        done("Task_ApplyDestruction", "apply"),
        approved("Task_ApproveDestruction", "approve", DECISION),
        done("Task_ConfirmDestruction", "destroy"),
        done("Task_SuperviseDestruction", "supervise"));
  }
}
