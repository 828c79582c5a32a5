package org.censusflow.crosscheck.review.workflow;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.censusflow.base.access.Caller;
import org.censusflow.base.engine.TaskRefused;
import org.censusflow.base.process.crosscheck.ClericalReviewProcess;
import org.censusflow.base.task.Claim;
import org.censusflow.base.task.ClaimedTasks;
import org.censusflow.base.task.TaskOrigin;
import org.censusflow.base.task.TaskRule;
import org.censusflow.crosscheck.review.ClericalReviews;
import org.censusflow.crosscheck.review.JudgementRefused;
import org.censusflow.crosscheck.review.PairNotClaimed;
import org.censusflow.crosscheck.review.ReviewTask;
import org.censusflow.crosscheck.review.ReviewTask.Part;
import org.censusflow.crosscheck.review.ReviewTasks;
import org.springframework.stereotype.Component;

/**
 * Finds out which pairs a task is about, from the batch that is the instance's key, and lets it be
 * completed only when every pair has an answer.
 */
@Component
class EngineReviewTasks implements ReviewTasks, TaskRule {

  private static final Map<String, Part> PARTS =
      Map.of(
          ClericalReviewProcess.JUDGE_FIRST, Part.FIRST,
          ClericalReviewProcess.JUDGE_SECOND, Part.SECOND,
          ClericalReviewProcess.DECIDE_DISPUTED, Part.LEAD);

  private final ClaimedTasks tasks;
  private final ClericalReviews reviews;

  EngineReviewTasks(ClaimedTasks tasks, ClericalReviews reviews) {
    this.tasks = tasks;
    this.reviews = reviews;
  }

  @Override
  public ReviewTask claimedBy(Caller caller, String taskId) {
    return reviewTask(
        tasks.of(
            caller,
            taskId,
            this::appliesTo,
            () -> new JudgementRefused("没有这项判定任务，或者任务已经完成。请刷新任务列表。"),
            PairNotClaimed::new));
  }

  @Override
  public boolean appliesTo(String taskDefinitionKey) {
    return PARTS.containsKey(taskDefinitionKey);
  }

  @Override
  public void check(DelegateTask task) {
    ReviewTask review = reviewTask(TaskOrigin.of(task));
    int open = reviews.open(review, Claim.by(task));
    if (open > 0) {
      throw new TaskRefused("CF-E302 还有 " + open + " 对没有判定，全部判定后才能完成任务。");
    }
  }

  /** The key of an instance is its batch; whether the batch is the district's is for its rows. */
  private ReviewTask reviewTask(TaskOrigin origin) {
    if (!reviews.isOf(origin.district(), origin.key())) {
      throw new IllegalStateException(
          "CF-E160 %s has no pairs of %s".formatted(origin.district(), origin.key()));
    }
    return new ReviewTask(origin.district(), origin.key(), PARTS.get(origin.task()));
  }
}
