package org.censusflow.preparation.workflow;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.censusflow.base.engine.TaskRefused;
import org.censusflow.base.form.FormValues;
import org.censusflow.base.process.preparation.RegisterRectificationProcess;
import org.censusflow.base.task.TaskRule;
import org.censusflow.preparation.RectificationTotals;
import org.censusflow.preparation.RegisterRectifications;
import org.springframework.stereotype.Component;

/** Counts have arrived before they are reported, and nobody is put right who was not found. */
@Component
class RectificationRule implements TaskRule {

  private static final Set<String> TASKS =
      Set.of(
          RegisterRectificationProcess.COUNT_REGISTER,
          RegisterRectificationProcess.SETTLE_REGISTER);

  private final RegisterRectifications rectifications;

  RectificationRule(RegisterRectifications rectifications) {
    this.rectifications = rectifications;
  }

  @Override
  public boolean appliesTo(String taskDefinitionKey) {
    return TASKS.contains(taskDefinitionKey);
  }

  @Override
  public void check(DelegateTask task) {
    String subdistrict = FormValues.text(task, "subdistrict");
    if (RegisterRectificationProcess.COUNT_REGISTER.equals(task.getTaskDefinitionKey())) {
      if (!rectifications.counted(task.getProcessInstanceId(), subdistrict)) {
        throw new TaskRefused("CF-E561 还没有收到本街道的小区报数：请先上传，再提交。");
      }
      return;
    }
    RectificationTotals found = rectifications.totals(task.getProcessInstanceId(), subdistrict);
    int settled = FormValues.number(task, "settledPersons");
    int cancelled = FormValues.number(task, "cancelledPersons");
    if (settled > found.unregistered()
        || cancelled > found.toCancel()
        || FormValues.number(task, "temporaryRegistered") > found.floating()) {
      throw new TaskRefused("CF-E562 办结的人数不能多于验收的人数。");
    }
    String note = FormValues.text(task, "settlementNote");
    if (settled + cancelled < found.unregistered() + found.toCancel()
        && (note == null || note.isBlank())) {
      throw new TaskRefused("CF-E563 还有没有办结的人员：请写明原因。");
    }
  }
}
