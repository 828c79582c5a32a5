package org.censusflow.governance.matter.workflow;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.censusflow.base.form.FormValues;
import org.censusflow.base.process.governance.MatterFollowUpProcess;
import org.censusflow.base.task.Claim;
import org.censusflow.base.task.TaskRule;
import org.censusflow.governance.matter.Matter;
import org.censusflow.governance.matter.Matters;
import org.springframework.stereotype.Component;

/** What inspectors found only they confirm (Statistics Law art. 24: every step is reviewed). */
@Component
class MatterRule implements TaskRule {

  private final Matters matters;

  MatterRule(Matters matters) {
    this.matters = matters;
  }

  @Override
  public boolean appliesTo(String taskDefinitionKey) {
    return MatterFollowUpProcess.CONFIRM_MATTER.equals(taskDefinitionKey);
  }

  @Override
  public void check(DelegateTask task) {
    Matter matter = matters.require(Long.parseLong(FormValues.text(task, "matterId")));
    if (!matter.verifiers().isEmpty()) {
      Claim.byOneOf(task, matter.verifiers(), "该次检查的检查人员");
    }
  }
}
