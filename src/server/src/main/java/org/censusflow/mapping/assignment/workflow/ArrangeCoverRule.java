package org.censusflow.mapping.assignment.workflow;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.censusflow.base.engine.TaskRefused;
import org.censusflow.base.form.FormValues;
import org.censusflow.base.process.registration.StaffHandoverProcess;
import org.censusflow.base.task.TaskRule;
import org.censusflow.mapping.assignment.Handovers;
import org.springframework.stereotype.Component;

/** Whoever takes over comes from the team and holds a valid certificate. */
@Component
class ArrangeCoverRule implements TaskRule {

  private final Handovers handovers;

  ArrangeCoverRule(Handovers handovers) {
    this.handovers = handovers;
  }

  @Override
  public boolean appliesTo(String taskDefinitionKey) {
    return StaffHandoverProcess.ARRANGE_COVER.equals(taskDefinitionKey);
  }

  @Override
  public void check(DelegateTask task) {
    String censusId = FormValues.text(task, "censusId", "");
    String chosen = FormValues.text(task, "coverAccount", "");
    if (!handovers.candidates(censusId, FormValues.text(task, "account", "")).contains(chosen)) {
      throw new TaskRefused("CF-E874 接替人员应从所列的持证人员中选择：没有可选人员的，先办理选调、培训和发证。");
    }
  }
}
