package org.censusflow.governance.violation.workflow;

import static org.censusflow.base.task.RecordedSteps.Step.approved;
import static org.censusflow.base.task.RecordedSteps.Step.done;

import java.util.List;
import org.censusflow.base.process.governance.ViolationInvestigationProcess;
import org.censusflow.base.process.governance.ViolationProcess;
import org.censusflow.base.task.RecordedSteps;
import org.springframework.stereotype.Component;

/** The tasks whose completion a sanction asks for. */
@Component
class ViolationRecords implements RecordedSteps {

  private static final String DECISION = "decision";

  @Override
  public List<Step> steps() {
    return List.of(
        done(ViolationInvestigationProcess.INVESTIGATE, "investigate").of(ViolationProcess.KEY),
        approved(ViolationInvestigationProcess.COUNTERSIGN_INVESTIGATION, "countersign", DECISION)
            .of(ViolationProcess.KEY),
        done(ViolationProcess.DRAFT_DISPOSITION, "draft"),
        approved(ViolationProcess.APPROVE_DISPOSITION, "approve", DECISION));
  }
}
