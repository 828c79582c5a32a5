package org.censusflow.governance.violation.workflow;

import static org.censusflow.base.task.RecordedSteps.Step.approved;
import static org.censusflow.base.task.RecordedSteps.Step.done;

import java.util.List;
import org.censusflow.base.task.RecordedSteps;
import org.springframework.stereotype.Component;

/** The tasks whose completion a sanction asks for. */
@Component
class ViolationRecords implements RecordedSteps {

  private static final String DECISION = "decision";

  @Override
  public List<Step> steps() {
    return List.of(
        done("Task_Investigate", "investigate"),
        approved("Task_CountersignInvestigation", "countersign", DECISION),
        done("Task_DraftDisposition", "draft"),
        approved("Task_ApproveDisposition", "approve", DECISION));
  }
}
