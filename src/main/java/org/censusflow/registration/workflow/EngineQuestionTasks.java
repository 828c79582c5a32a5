package org.censusflow.registration.workflow;

import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.Task;
import org.censusflow.access.Caller;
import org.censusflow.engine.TaskRefused;
import org.censusflow.engine.TaskRule;
import org.censusflow.registration.HouseholdQuestions;
import org.censusflow.registration.QuestionRefused;
import org.censusflow.registration.QuestionTask;
import org.censusflow.registration.QuestionTask.Stage;
import org.censusflow.registration.QuestionTaskNotClaimed;
import org.censusflow.registration.QuestionTasks;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Reads from the engine's task which questions it is about, and lets it be completed only when none
 * of them waits.
 */
@Component
class EngineQuestionTasks implements QuestionTasks, TaskRule {

  private static final Map<String, Stage> STAGES =
      Map.of(
          "Task_AskHouseholds", Stage.ASK,
          "Task_ReachHouseholds", Stage.REACH,
          "Task_CheckReplies", Stage.CHECK);

  private final TaskService tasks;
  private final HouseholdQuestions questions;

  /** Lazy, because the engine asks for its task rules while it starts. */
  EngineQuestionTasks(@Lazy TaskService tasks, HouseholdQuestions questions) {
    this.tasks = tasks;
    this.questions = questions;
  }

  /**
   * The query runs with the caller's rights, so a task of another district or group is not found.
   */
  @Override
  public QuestionTask claimedBy(Caller caller, String taskId) {
    Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
    if (task == null || !appliesTo(task.getTaskDefinitionKey())) {
      throw new QuestionRefused("没有这项核实任务，或者任务已经完成。请刷新任务列表。");
    }
    if (!caller.user().equals(task.getAssignee())) {
      throw new QuestionTaskNotClaimed();
    }
    return BlockQuestions.task(tasks.getVariables(taskId), STAGES.get(task.getTaskDefinitionKey()));
  }

  @Override
  public boolean appliesTo(String taskDefinitionKey) {
    return STAGES.containsKey(taskDefinitionKey);
  }

  @Override
  public void check(DelegateTask task) {
    Stage stage = STAGES.get(task.getTaskDefinitionKey());
    int waiting = questions.waiting(BlockQuestions.task(task.getVariables(), stage));
    if (waiting > 0) {
      String step = stage == Stage.CHECK ? "审核" : "登记住户的答复";
      throw new TaskRefused("CF-E845 还有 " + waiting + " 条疑问没有" + step + "，全部完成后才能完成任务。");
    }
  }
}
