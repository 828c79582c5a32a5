package org.censusflow.governance.workflow;

import static org.censusflow.base.engine.RecordedSteps.Step.approved;
import static org.censusflow.base.engine.RecordedSteps.Step.done;

import java.util.List;
import org.censusflow.base.engine.RecordedSteps;
import org.censusflow.base.process.governance.PolicyQuestionProcess;
import org.censusflow.base.process.governance.ViolationInvestigationProcess;
import org.censusflow.base.process.governance.ViolationProcess;
import org.springframework.stereotype.Component;

/** The tasks whose completion a sanction and the answer to a policy question ask for. */
@Component
class GovernanceRecords implements RecordedSteps {

  private static final String DECISION = "decision";

  @Override
  public List<Step> steps() {
    return List.of(
        done(ViolationInvestigationProcess.INVESTIGATE, "investigate").of(ViolationProcess.KEY),
        approved(ViolationInvestigationProcess.COUNTERSIGN_INVESTIGATION, "countersign", DECISION)
            .of(ViolationProcess.KEY),
        done(ViolationProcess.DRAFT_DISPOSITION, "draft"),
        approved(ViolationProcess.APPROVE_DISPOSITION, "approve", DECISION),
        done(PolicyQuestionProcess.DRAFT_ANSWER, "draft"),
        approved(PolicyQuestionProcess.APPROVE_ANSWER, "approve", DECISION),
        approved(PolicyQuestionProcess.DECIDE_ANSWER, "approve", DECISION));
  }
}
