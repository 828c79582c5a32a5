package org.censusflow.sample.workflow;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.task.Task;
import org.censusflow.base.process.crosscheck.ClericalReviewProcess;
import org.censusflow.crosscheck.review.ClericalReviews;
import org.censusflow.crosscheck.review.PairAnswer;
import org.censusflow.crosscheck.review.ReviewTask;
import org.censusflow.crosscheck.review.ReviewTasks;
import org.censusflow.crosscheck.review.ReviewView;
import org.censusflow.sample.SamplePairs;
import org.springframework.stereotype.Component;

/**
 * How sample staff judge doubtful pairs: they see what the generator knows, but the second of two
 * judges cannot tell of the first pair of a batch, so that a lead has to decide.
 */
@Component
class ClericalWork implements TaskPlay {

  private static final Set<String> TASKS =
      Set.of(
          ClericalReviewProcess.JUDGE_FIRST,
          ClericalReviewProcess.JUDGE_SECOND,
          ClericalReviewProcess.DECIDE_DISPUTED);

  private final ReviewTasks tasks;
  private final ClericalReviews reviews;
  private final SamplePairs pairs;

  ClericalWork(ReviewTasks tasks, ClericalReviews reviews, SamplePairs pairs) {
    this.tasks = tasks;
    this.reviews = reviews;
    this.pairs = pairs;
  }

  @Override
  public boolean plays(String taskDefinitionKey) {
    return TASKS.contains(taskDefinitionKey);
  }

  @Override
  public Optional<Map<String, Object>> play(Task task, StaffMember person) {
    ReviewTask review = tasks.claimedBy(person.caller(), task.getId());
    if (!reviews.mayDo(review, person.user())) {
      return Optional.empty();
    }
    boolean unsure = review.part() == ReviewTask.Part.SECOND;
    for (ReviewView.Pair pair : reviews.view(review, person.user()).pairs()) {
      PairAnswer answer = unsure ? PairAnswer.UNSURE : truth(pair.id());
      reviews.answer(review, pair.id(), answer.code(), "样例：" + answer.label(), person.user());
      unsure = false;
    }
    return Optional.of(Map.of());
  }

  private PairAnswer truth(long pair) {
    return pairs.same(pair) ? PairAnswer.SAME : PairAnswer.DIFFERENT;
  }
}
