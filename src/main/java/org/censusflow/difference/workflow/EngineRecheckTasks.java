package org.censusflow.difference.workflow;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.Task;
import org.censusflow.access.Caller;
import org.censusflow.difference.DecisionRefused;
import org.censusflow.difference.RecheckTask;
import org.censusflow.difference.RecheckTask.Stage;
import org.censusflow.difference.RecheckTasks;
import org.censusflow.difference.Rechecks;
import org.censusflow.difference.TaskNotClaimed;
import org.censusflow.difference.Verifier;
import org.censusflow.engine.TaskRefused;
import org.censusflow.engine.TaskRule;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Reads from the engine's task which differences it is about, and lets it be completed only when
 * none of them waits.
 */
@Component
class EngineRecheckTasks implements RecheckTasks, TaskRule {

  private static final String REVIEW = "Task_ReviewVerification";

  private static final Map<String, Set<Verifier>> VERIFYING =
      Map.of(
          "Task_VerifyByEnumerator", EnumSet.of(Verifier.ENUMERATOR),
          "Task_VerifyBySupervisor", EnumSet.of(Verifier.SUPERVISOR),
          "Task_VerifyBySubdistrict", EnumSet.of(Verifier.SUBDISTRICT, Verifier.COMMUNITY),
          "Task_VerifyByOffice", EnumSet.of(Verifier.OFFICE));

  private final TaskService tasks;
  private final Rechecks rechecks;

  /** Lazy, because the engine asks for its task rules while it starts. */
  EngineRecheckTasks(@Lazy TaskService tasks, Rechecks rechecks) {
    this.tasks = tasks;
    this.rechecks = rechecks;
  }

  /**
   * The query runs with the caller's rights, so a task of another district or group is not found.
   */
  @Override
  public RecheckTask claimedBy(Caller caller, String taskId) {
    Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
    if (task == null || !appliesTo(task.getTaskDefinitionKey())) {
      throw new DecisionRefused("没有这项复查任务，或者任务已经完成。请刷新任务列表。");
    }
    if (!caller.user().equals(task.getAssignee())) {
      throw new TaskNotClaimed();
    }
    Map<String, Object> variables = tasks.getVariables(taskId);
    return recheckTask(task.getTaskDefinitionKey(), variables);
  }

  @Override
  public boolean appliesTo(String taskDefinitionKey) {
    return REVIEW.equals(taskDefinitionKey) || VERIFYING.containsKey(taskDefinitionKey);
  }

  @Override
  public void check(DelegateTask task) {
    int open = rechecks.open(recheckTask(task.getTaskDefinitionKey(), task.getVariables()));
    if (open > 0) {
      String step = REVIEW.equals(task.getTaskDefinitionKey()) ? "复核" : "核实";
      throw new TaskRefused("CF-E301 还有 " + open + " 条差异没有" + step + "，全部" + step + "后才能完成任务。");
    }
  }

  private static RecheckTask recheckTask(String key, Map<String, Object> variables) {
    boolean review = REVIEW.equals(key);
    return new RecheckTask(
        (String) variables.get("district"),
        (String) variables.get("censusId"),
        (String) variables.get("block"),
        (String) variables.get("blockLabel"),
        review ? Stage.REVIEW : Stage.VERIFY,
        review ? EnumSet.allOf(Verifier.class) : VERIFYING.get(key));
  }
}
