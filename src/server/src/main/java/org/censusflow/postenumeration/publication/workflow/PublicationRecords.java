package org.censusflow.postenumeration.publication.workflow;

import static org.censusflow.base.task.RecordedSteps.Step.approved;
import static org.censusflow.base.task.RecordedSteps.Step.done;

import java.util.List;
import org.censusflow.base.process.postenumeration.DataDestructionProcess;
import org.censusflow.base.process.postenumeration.PublicationProcess;
import org.censusflow.base.process.postenumeration.RetentionProcess;
import org.censusflow.base.task.RecordedSteps;
import org.springframework.stereotype.Component;

/** The tasks whose completion a release and a destruction ask for. */
@Component
class PublicationRecords implements RecordedSteps {

  private static final String DECISION = "decision";

  @Override
  public List<Step> steps() {
    return List.of(
        done(PublicationProcess.DRAFT_RELEASE, "draft"),
        approved(PublicationProcess.CHECK_DISCLOSURE, "check", DECISION),
        approved(PublicationProcess.APPROVE_RELEASE, "approve", DECISION),
        done(PublicationProcess.SUBMIT_RELEASE, "submit"),
        approved(PublicationProcess.RECORD_HIGHER_DECISION, "answer", "higherDecision"),
        done(RetentionProcess.HAND_OVER_ARCHIVE, "hand-over"),
        approved(RetentionProcess.CONFIRM_ARCHIVE, "archive", DECISION),
        done(DataDestructionProcess.APPLY_DESTRUCTION, "apply").of(RetentionProcess.KEY),
        approved(DataDestructionProcess.APPROVE_DESTRUCTION, "approve", DECISION)
            .of(RetentionProcess.KEY),
        done(DataDestructionProcess.CONFIRM_DESTRUCTION, "destroy").of(RetentionProcess.KEY),
        done(DataDestructionProcess.SUPERVISE_DESTRUCTION, "supervise").of(RetentionProcess.KEY));
  }
}
