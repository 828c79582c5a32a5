package org.censusflow.governance.policy.workflow;

import static org.censusflow.base.task.RecordedSteps.Step.approved;
import static org.censusflow.base.task.RecordedSteps.Step.done;

import java.util.List;
import org.censusflow.base.task.RecordedSteps;
import org.springframework.stereotype.Component;

/** The tasks whose completion the answer to a policy question asks for. */
@Component
class PolicyRecords implements RecordedSteps {

  private static final String DECISION = "decision";

  @Override
  public List<Step> steps() {
    return List.of(
        done("Task_DraftAnswer", "draft"),
        approved("Task_ApproveAnswer", "approve", DECISION),
        approved("Task_DecideAnswer", "approve", DECISION));
  }
}
