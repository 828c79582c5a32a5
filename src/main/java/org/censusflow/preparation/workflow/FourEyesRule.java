package org.censusflow.preparation.workflow;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.censusflow.engine.TaskRefused;
import org.censusflow.engine.TaskRule;
import org.springframework.stereotype.Component;

/** Whoever did the work does not check it, and both are on record. */
@Component
class FourEyesRule implements TaskRule {

  /** The checker's task, and the maker's task that it judges. */
  private static final Map<String, String> CHECKED =
      Map.of(
          "Task_ReviewPlan", "Task_DraftPlan",
          "Task_ConfirmReport", "Task_CarryOutPlan",
          "Task_ConfirmOffice", "Task_SetUpOffice",
          "Task_ConfirmGroups", "Task_SetUpGroups",
          "Task_ReviewBudget", "Task_DraftBudget",
          "Task_ConfirmAcceptedWork", "Task_ListAcceptedWork",
          "Task_PayAllowance", "Task_ConfirmAcceptedWork",
          "Task_ReviewSelection", "Task_NominateStaff",
          "Task_IssueCertificates", "Task_ExamineStaff");

  private final Doers doers;

  FourEyesRule(Doers doers) {
    this.doers = doers;
  }

  @Override
  public boolean appliesTo(String taskDefinitionKey) {
    return CHECKED.containsKey(taskDefinitionKey) || CHECKED.containsValue(taskDefinitionKey);
  }

  @Override
  public void check(DelegateTask task) {
    if (task.getAssignee() == null) {
      throw new TaskRefused("CF-E510 请先认领任务，再提交。");
    }
    String makersTask = CHECKED.get(task.getTaskDefinitionKey());
    if (makersTask != null
        && task.getAssignee().equals(doers.last(task.getExecution(), makersTask))) {
      throw new TaskRefused("CF-E511 办理人不能审核自己办理的事项：请退回任务，由他人审核。");
    }
  }
}
