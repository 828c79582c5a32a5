package org.censusflow.progress.workflow;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.censusflow.engine.CompletedTasks;
import org.censusflow.engine.TaskRefused;
import org.censusflow.engine.TaskRule;
import org.censusflow.progress.HouseholdVisits;
import org.censusflow.progress.RecheckSamples;
import org.springframework.stereotype.Component;

/** Whoever registered does not recheck or accept it, and all of them are on record. */
@Component
class FieldFourEyesRule implements TaskRule {

  private static final String ENUMERATE = "Task_EnumerateShortForms";
  private static final String RECHECK = "Task_RecheckSample";
  private static final String ACCEPT = "Task_AcceptBlock";

  /** The checker's task, and the maker's task that it judges. */
  private static final Map<String, String> CHECKED =
      Map.of(
          RECHECK,
          ENUMERATE,
          ACCEPT,
          ENUMERATE,
          "Task_AcceptLongForms",
          "Task_EnumerateLongForms",
          "Task_ReviewAcceptance",
          "Task_SubmitAcceptance");

  private final HouseholdVisits visits;
  private final RecheckSamples samples;

  FieldFourEyesRule(HouseholdVisits visits, RecheckSamples samples) {
    this.visits = visits;
    this.samples = samples;
  }

  @Override
  public boolean appliesTo(String taskDefinitionKey) {
    return CHECKED.containsKey(taskDefinitionKey) || CHECKED.containsValue(taskDefinitionKey);
  }

  @Override
  public void check(DelegateTask task) {
    String user = task.getAssignee();
    if (user == null) {
      throw new TaskRefused("CF-E853 请先认领任务，再提交。");
    }
    String key = task.getTaskDefinitionKey();
    if (CHECKED.containsKey(key)
        && (user.equals(CompletedTasks.completedBy(task.getExecution(), CHECKED.get(key)))
            || visited(task, user))) {
      throw new TaskRefused("CF-E854 登记人不能复核或验收自己登记的内容：请退回任务，由他人办理。");
    }
    if (ENUMERATE.equals(key) && replaced(task, user)) {
      throw new TaskRefused("CF-E855 本小区两次复核不合格，须由其他普查员重做：请退回任务，由他人办理。");
    }
  }

  private boolean visited(DelegateTask task, String user) {
    boolean ofBlock =
        RECHECK.equals(task.getTaskDefinitionKey()) || ACCEPT.equals(task.getTaskDefinitionKey());
    return ofBlock
        && visits.visitedBy(
            FieldInstance.census(task.getExecution()),
            FieldInstance.block(task.getExecution()),
            user);
  }

  /** Only after a second failure: the first time the block's own enumerator puts it right. */
  private boolean replaced(DelegateTask task, String user) {
    return samples
        .replaced(
            FieldInstance.census(task.getExecution()), FieldInstance.block(task.getExecution()))
        .contains(user);
  }
}
