package org.censusflow.governance.workflow;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.censusflow.engine.TaskRule;
import org.censusflow.governance.Matter;
import org.censusflow.governance.Matters;
import org.springframework.stereotype.Component;

/**
 * Nobody confirms what they reported themselves, and what inspectors found only they confirm
 * (Statistics Law art. 24: every step is reviewed).
 */
@Component
class MatterRule implements TaskRule {

  private final Matters matters;

  MatterRule(Matters matters) {
    this.matters = matters;
  }

  @Override
  public boolean appliesTo(String taskDefinitionKey) {
    return "Task_ConfirmMatter".equals(taskDefinitionKey)
        || "Task_ReportMatter".equals(taskDefinitionKey);
  }

  @Override
  public void check(DelegateTask task) {
    Claimed.by(task);
    if ("Task_ReportMatter".equals(task.getTaskDefinitionKey())) {
      return;
    }
    Claimed.notBy(task, Instance.completedBy(task.getExecution(), "Task_ReportMatter"), "报告办理情况");
    Matter matter = matters.require(Long.parseLong(Instance.text(task, "matterId")));
    if (!matter.verifiers().isEmpty()) {
      Claimed.byOneOf(task, matter.verifiers(), "该次检查的检查人员");
    }
  }
}
