package org.censusflow.preparation.workflow;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.censusflow.base.engine.TaskRefused;
import org.censusflow.base.form.FormValues;
import org.censusflow.base.process.preparation.SubdistrictSetupProcess;
import org.censusflow.base.task.TaskRule;
import org.springframework.stereotype.Component;

/** The communities are set up when the last of them has its working group. */
@Component
class SetupRule implements TaskRule {

  @Override
  public boolean appliesTo(String taskDefinitionKey) {
    return SubdistrictSetupProcess.SET_UP_GROUPS.equals(taskDefinitionKey);
  }

  @Override
  public void check(DelegateTask task) {
    int missing =
        FormValues.number(task, "communityCount") - FormValues.number(task, "workingGroupCount");
    if (missing > 0) {
      throw new TaskRefused("CF-E523 还有 " + missing + " 个村（居）委会没有成立普查工作小组：全部成立后再报告。");
    }
  }
}
