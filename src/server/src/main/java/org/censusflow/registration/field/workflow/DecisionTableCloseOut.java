package org.censusflow.registration.field.workflow;

import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.censusflow.registration.field.CloseOut;
import org.censusflow.registration.field.VisitOutcome;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Asks the deployed decision table {@code HouseholdCloseOut}, on behalf of the program: an
 * enumerator records visits and has no rights on decisions.
 */
@Component
class DecisionTableCloseOut implements CloseOut {

  private static final String DECISION = "HouseholdCloseOut";

  private final ProcessEngine engine;

  /** Lazy, because the engine asks for its task rules while it starts, and they lead here. */
  DecisionTableCloseOut(@Lazy ProcessEngine engine) {
    this.engine = engine;
  }

  @Override
  public Step decide(VisitOutcome outcome, int attempts, int visits, boolean informed) {
    Map<String, Object> inputs =
        Map.of(
            "outcome", outcome.code(),
            "attempts", attempts,
            "visits", visits,
            "informed", informed);
    DecisionService decisions = engine.getDecisionService();
    DmnDecisionRuleResult row =
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
            .getCommandExecutorTxRequired()
            .execute(
                context ->
                    context.runWithoutAuthorization(
                        () ->
                            decisions
                                .evaluateDecisionTableByKey(DECISION, inputs)
                                .getSingleResult()));
    return new Step(row.getEntry("caseStatus"), row.getEntry("nextStep"));
  }
}
