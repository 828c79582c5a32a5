package org.censusflow.governance.workflow;

import static org.censusflow.base.engine.RecordedSteps.Step.approved;
import static org.censusflow.base.engine.RecordedSteps.Step.done;

import java.util.List;
import org.censusflow.base.engine.RecordedSteps;
import org.springframework.stereotype.Component;

/** The tasks whose completion a sanction and the answer to a policy question ask for. */
@Component
class GovernanceRecords implements RecordedSteps {

  private static final String DECISION = "decision";

  @Override
  public List<Step> steps() {
    return List.of(
        done("Task_Investigate", "investigate"),
        approved("Task_CountersignInvestigation", "countersign", DECISION),
        done("Task_DraftDisposition", "draft"),
        approved("Task_ApproveDisposition", "approve", DECISION),
        done("Task_DraftAnswer", "draft"),
        approved("Task_ApproveAnswer", "approve", DECISION),
        approved("Task_DecideAnswer", "approve", DECISION));
  }
}
