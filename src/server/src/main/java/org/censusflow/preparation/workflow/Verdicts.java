package org.censusflow.preparation.workflow;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.censusflow.base.form.FormValues;
import org.censusflow.base.task.TaskDoers;
import org.censusflow.preparation.Judgement;
import org.springframework.stereotype.Component;

/** Reads from an instance what a checker decided about a maker's work. */
@Component
class Verdicts {

  private final TaskDoers doers;

  Verdicts(TaskDoers doers) {
    this.doers = doers;
  }

  Judgement of(
      DelegateExecution execution,
      String decisionVariable,
      String makersTask,
      String checkersTask) {
    return new Judgement(
        "approve".equals(execution.getVariable(decisionVariable)),
        FormValues.text(execution, "returnReason"),
        doers.last(execution, makersTask),
        doers.last(execution, checkersTask));
  }
}
