package org.censusflow.preparation.workflow;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.censusflow.engine.TaskDoers;
import org.censusflow.engine.TaskRefused;
import org.censusflow.engine.TaskRule;
import org.springframework.stereotype.Component;

/** Whoever did the work does not check it, and both are on record. */
@Component
class FourEyesRule implements TaskRule {

  /** The checker's task, and the maker's task that it judges. */
  private static final Map<String, String> CHECKED =
      Map.ofEntries(
          Map.entry("Task_ReviewPlan", "Task_DraftPlan"),
          Map.entry("Task_ConfirmReport", "Task_CarryOutPlan"),
          Map.entry("Task_ConfirmOffice", "Task_SetUpOffice"),
          Map.entry("Task_ConfirmGroups", "Task_SetUpGroups"),
          Map.entry("Task_ReviewBudget", "Task_DraftBudget"),
          Map.entry("Task_ConfirmAcceptedWork", "Task_ListAcceptedWork"),
          Map.entry("Task_PayAllowance", "Task_ConfirmAcceptedWork"),
          Map.entry("Task_ReviewSelection", "Task_NominateStaff"),
          Map.entry("Task_IssueCertificates", "Task_ExamineStaff"),
          Map.entry("Task_ReviewPublicity", "Task_DraftPublicity"),
          Map.entry("Task_ConfirmPublicity", "Task_ReportPublicity"),
          Map.entry("Task_ConfirmCounts", "Task_CountRegister"),
          Map.entry("Task_AcceptCounts", "Task_ConfirmCounts"));

  private final TaskDoers doers;

  FourEyesRule(TaskDoers doers) {
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
