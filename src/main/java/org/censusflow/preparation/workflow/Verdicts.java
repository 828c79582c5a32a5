package org.censusflow.preparation.workflow;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.censusflow.preparation.Verdict;
import org.springframework.stereotype.Component;

/** Reads from an instance what a checker decided about a maker's work. */
@Component
class Verdicts {

  private final Doers doers;

  Verdicts(Doers doers) {
    this.doers = doers;
  }

  Verdict of(
      DelegateExecution execution,
      String decisionVariable,
      String makersTask,
      String checkersTask) {
    return new Verdict(
        "approve".equals(execution.getVariable(decisionVariable)),
        Values.text(execution, "returnReason"),
        doers.last(execution, makersTask),
        doers.last(execution, checkersTask));
  }
}
