package org.censusflow.clerical.workflow;

import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.Task;
import org.censusflow.access.Caller;
import org.censusflow.clerical.ClericalReviews;
import org.censusflow.clerical.JudgementRefused;
import org.censusflow.clerical.ReviewTask;
import org.censusflow.clerical.ReviewTask.Part;
import org.censusflow.clerical.ReviewTasks;
import org.censusflow.clerical.TaskNotClaimed;
import org.censusflow.engine.Claim;
import org.censusflow.engine.TaskRefused;
import org.censusflow.engine.TaskRule;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Reads from the engine's task which pairs it is about, and lets it be completed only when every
 * pair has an answer.
 */
@Component
class EngineReviewTasks implements ReviewTasks, TaskRule {

  private static final Map<String, Part> PARTS =
      Map.of(
          "Task_JudgeFirst", Part.FIRST,
          "Task_JudgeSecond", Part.SECOND,
          "Task_DecideDisputed", Part.LEAD);

  private final TaskService tasks;
  private final ClericalReviews reviews;

  /** Lazy, because the engine asks for its task rules while it starts. */
  EngineReviewTasks(@Lazy TaskService tasks, ClericalReviews reviews) {
    this.tasks = tasks;
    this.reviews = reviews;
  }

  /**
   * The query runs with the caller's rights, so a task of another district or group is not found.
   */
  @Override
  public ReviewTask claimedBy(Caller caller, String taskId) {
    Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
    if (task == null || !appliesTo(task.getTaskDefinitionKey())) {
      throw new JudgementRefused("没有这项判定任务，或者任务已经完成。请刷新任务列表。");
    }
    if (!caller.user().equals(task.getAssignee())) {
      throw new TaskNotClaimed();
    }
    return reviewTask(task.getTaskDefinitionKey(), tasks.getVariables(taskId));
  }

  @Override
  public boolean appliesTo(String taskDefinitionKey) {
    return PARTS.containsKey(taskDefinitionKey);
  }

  @Override
  public void check(DelegateTask task) {
    ReviewTask review = reviewTask(task.getTaskDefinitionKey(), task.getVariables());
    int open = reviews.open(review, Claim.by(task));
    if (open > 0) {
      throw new TaskRefused("CF-E302 还有 " + open + " 对没有判定，全部判定后才能完成任务。");
    }
  }

  private static ReviewTask reviewTask(String key, Map<String, Object> variables) {
    return new ReviewTask(
        (String) variables.get("district"), (String) variables.get("reviewBatch"), PARTS.get(key));
  }
}
