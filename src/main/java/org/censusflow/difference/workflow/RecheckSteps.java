package org.censusflow.difference.workflow;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.censusflow.difference.AreaRechecks;
import org.censusflow.difference.Rechecks;
import org.censusflow.difference.Verifier;
import org.springframework.stereotype.Component;

/** The steps of {@code AreaRecheck}: one block with differences. */
@Component("recheckSteps")
class RecheckSteps {

  private static final String COMPLETED = "Message_RechecksCompleted";

  private final Rechecks rechecks;
  private final AreaRechecks areas;
  private final RuntimeService runtime;

  RecheckSteps(Rechecks rechecks, AreaRechecks areas, RuntimeService runtime) {
    this.rechecks = rechecks;
    this.areas = areas;
    this.runtime = runtime;
  }

  /** Counts what waits for whom. */
  public void open(DelegateExecution execution) {
    Map<Verifier, Integer> counts = rechecks.toVerify(text(execution, "censusId"), text(execution, "block"));
    for (Verifier verifier : Verifier.values()) {
      execution.setVariable(verifier.code() + "Count", counts.getOrDefault(verifier, 0));
    }
  }

  /** After a review: what went back is verified again. */
  public void reviewResult(DelegateExecution execution) {
    open(execution);
    Map<Verifier, Integer> returned = rechecks.toVerify(text(execution, "censusId"), text(execution, "block"));
    int count = returned.values().stream().mapToInt(Integer::intValue).sum();
    execution.setVariable("returnedCount", count);
    execution.setVariable("approved", count == 0);
  }

  public void applyCorrections(DelegateExecution execution) {
    int applied = rechecks.apply(text(execution, "censusId"), text(execution, "block"));
    execution.setVariable("settledCount", applied);
  }

  /** Reports to the data plane; the last block wakes the phase. */
  public void reportCompletion(DelegateExecution execution) {
    String censusId = text(execution, "censusId");
    int open = areas.completed(censusId, text(execution, "block"));
    if (open == 0) {
      runtime.createMessageCorrelation(COMPLETED)
          .processInstanceVariableEquals("censusId", censusId)
          .correlateAllWithResult();
    }
  }

  private static String text(DelegateExecution execution, String name) {
    return (String) execution.getVariable(name);
  }
}
