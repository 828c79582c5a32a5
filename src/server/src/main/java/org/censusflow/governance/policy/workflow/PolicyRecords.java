package org.censusflow.governance.policy.workflow;

import static org.censusflow.base.task.RecordedSteps.Step.approved;
import static org.censusflow.base.task.RecordedSteps.Step.done;

import java.util.List;
import org.censusflow.base.process.governance.PolicyQuestionProcess;
import org.censusflow.base.task.RecordedSteps;
import org.springframework.stereotype.Component;

/** The tasks whose completion the answer to a policy question asks for. */
@Component
class PolicyRecords implements RecordedSteps {

  private static final String DECISION = "decision";

  @Override
  public List<Step> steps() {
    return List.of(
        done(PolicyQuestionProcess.DRAFT_ANSWER, "draft"),
        approved(PolicyQuestionProcess.APPROVE_ANSWER, "approve", DECISION),
        approved(PolicyQuestionProcess.DECIDE_ANSWER, "approve", DECISION));
  }
}
