package org.censusflow.preparation.workflow;

import java.util.Arrays;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.censusflow.base.engine.TaskRefused;
import org.censusflow.base.form.FormValues;
import org.censusflow.base.process.preparation.PublicityProcess;
import org.censusflow.base.task.TaskRule;
import org.censusflow.preparation.PublicityMedium;
import org.springframework.stereotype.Component;

/** A publicity plan uses some medium. */
@Component
class PublicityRule implements TaskRule {

  @Override
  public boolean appliesTo(String taskDefinitionKey) {
    return PublicityProcess.DRAFT_PUBLICITY.equals(taskDefinitionKey);
  }

  @Override
  public void check(DelegateTask task) {
    boolean any =
        Arrays.stream(PublicityMedium.values())
            .anyMatch(medium -> FormValues.flag(task, medium.field()));
    if (!any) {
      throw new TaskRefused("CF-E550 请至少选择一种媒体。");
    }
  }
}
