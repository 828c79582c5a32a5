package org.censusflow.publication.workflow;

import static org.censusflow.engine.FormValues.number;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.censusflow.engine.Claim;
import org.censusflow.engine.TaskRefused;
import org.censusflow.engine.TaskRule;
import org.springframework.stereotype.Component;

/** A part is never more than its whole, and nobody confirms what they processed or drafted. */
@Component
class PostEnumerationRule implements TaskRule {

  private static final Set<String> TASKS =
      Set.of(
          "Task_ProcessData",
          "Task_ConfirmFigures",
          "Task_ConfirmData",
          "Task_CatalogueMaterial",
          "Task_DraftSummary",
          "Task_DecideSummary");

  @Override
  public boolean appliesTo(String taskDefinitionKey) {
    return TASKS.contains(taskDefinitionKey);
  }

  @Override
  public void check(DelegateTask task) {
    switch (task.getTaskDefinitionKey()) {
      case "Task_ProcessData" -> {
        Claim.by(task);
        int done = number(task, "codingDone");
        if (done > number(task, "codingDue") || number(task, "codingChecked") > done) {
          throw new TaskRefused("CF-E914 已编码的人数不能多于应编码的，已复核的不能多于已编码的。");
        }
      }
      case "Task_ConfirmData" -> Claim.notByWhoDid(task, "Task_ProcessData");
      case "Task_DecideSummary" -> Claim.notByWhoDid(task, "Task_DraftSummary");
      default -> Claim.by(task);
    }
  }
}
