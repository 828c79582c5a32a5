package org.censusflow.progress.workflow;

import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.censusflow.progress.CloseOut;
import org.censusflow.progress.VisitOutcome;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Asks the deployed decision table {@code HouseholdCloseOut}. */
@Component
class DecisionTableCloseOut implements CloseOut {

  private static final String DECISION = "HouseholdCloseOut";

  private final DecisionService decisions;

  /** Lazy, because the engine asks for its task rules while it starts, and they lead here. */
  DecisionTableCloseOut(@Lazy DecisionService decisions) {
    this.decisions = decisions;
  }

  @Override
  public Step decide(VisitOutcome outcome, int attempts, int visits, boolean informed) {
    var row =
        decisions
            .evaluateDecisionTableByKey(
                DECISION,
                Map.of(
                    "outcome",
                    outcome.code(),
                    "attempts",
                    attempts,
                    "visits",
                    visits,
                    "informed",
                    informed))
            .getSingleResult();
    return new Step(row.getEntry("caseStatus"), row.getEntry("nextStep"));
  }
}
