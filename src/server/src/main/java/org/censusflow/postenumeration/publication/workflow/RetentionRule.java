package org.censusflow.postenumeration.publication.workflow;

import static org.censusflow.base.form.FormValues.day;
import static org.censusflow.base.form.FormValues.number;

import java.time.LocalDate;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.censusflow.base.engine.TaskRefused;
import org.censusflow.base.form.FormValues;
import org.censusflow.base.process.postenumeration.RetentionProcess;
import org.censusflow.base.task.TaskRule;
import org.censusflow.postenumeration.publication.Retentions;
import org.springframework.stereotype.Component;

/** Retention's tasks: no period shorter than the law's, and all that was applied for goes. */
@Component
class RetentionRule implements TaskRule {

  private static final Set<String> TASKS =
      Set.of(
          RetentionProcess.HAND_OVER_ARCHIVE,
          RetentionProcess.REVIEW_HOLD,
          RetentionProcess.FILE_CERTIFICATE);

  private final PastDay pastDay;
  private final RetentionTable table;
  private final Retentions retentions;

  RetentionRule(PastDay pastDay, RetentionTable table, Retentions retentions) {
    this.table = table;
    this.retentions = retentions;
    this.pastDay = pastDay;
  }

  @Override
  public boolean appliesTo(String taskDefinitionKey) {
    return TASKS.contains(taskDefinitionKey);
  }

  @Override
  public void check(DelegateTask task) {
    switch (task.getTaskDefinitionKey()) {
      case RetentionProcess.HAND_OVER_ARCHIVE -> {
        pastDay.check(task, "handedOverOn", null);
        checkPeriod(task);
      }
      case RetentionProcess.REVIEW_HOLD -> checkReview(task);
      default -> {
        int applied = retentions.paperForms(task.getProcessInstanceId());
        if (number(task, "paperDestroyed") != applied) {
          throw new TaskRefused("CF-E923 已销毁的纸质表与申请的 " + applied + " 份不符，请全部销毁后再归档。");
        }
      }
    }
  }

  private void checkPeriod(DelegateTask task) {
    String entered = FormValues.text(task, "keepUntil");
    LocalDate until = day(task, "keepUntil");
    boolean given = entered != null && !entered.isBlank();
    LocalDate legal = table.legalEnd(task.getProcessEngineServices(), day(task, "handedOverOn"));
    if (given && (until == null || until.isBefore(legal))) {
      throw new TaskRefused("CF-E921 保管期限不能短于法定期限，最早到 " + legal + "。");
    }
  }

  private void checkReview(DelegateTask task) {
    LocalDate until = day(task, "holdUntil");
    if (until == null || !until.isAfter(pastDay.today())) {
      throw new TaskRefused("CF-E922 请填写下次核查的日期，须晚于今天。");
    }
  }
}
