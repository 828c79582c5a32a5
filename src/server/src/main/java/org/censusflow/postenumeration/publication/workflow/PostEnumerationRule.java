package org.censusflow.postenumeration.publication.workflow;

import static org.censusflow.base.form.FormValues.number;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.censusflow.base.engine.TaskRefused;
import org.censusflow.base.process.postenumeration.PostEnumerationProcess;
import org.censusflow.base.task.TaskRule;
import org.springframework.stereotype.Component;

/** A part is never more than its whole. */
@Component
class PostEnumerationRule implements TaskRule {

  @Override
  public boolean appliesTo(String taskDefinitionKey) {
    return PostEnumerationProcess.PROCESS_DATA.equals(taskDefinitionKey);
  }

  @Override
  public void check(DelegateTask task) {
    int done = number(task, "codingDone");
    if (done > number(task, "codingDue") || number(task, "codingChecked") > done) {
      throw new TaskRefused("CF-E914 已编码的人数不能多于应编码的，已复核的不能多于已编码的。");
    }
  }
}
