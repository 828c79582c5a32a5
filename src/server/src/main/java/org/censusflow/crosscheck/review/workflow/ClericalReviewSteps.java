package org.censusflow.crosscheck.review.workflow;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.censusflow.base.task.TaskOrigin;
import org.censusflow.crosscheck.review.ClericalReviews;
import org.springframework.stereotype.Component;

/** The steps of {@code ClericalReview}: one batch of doubtful pairs. */
@Component("clericalSteps")
public class ClericalReviewSteps {

  private final ClericalReviews reviews;

  ClericalReviewSteps(ClericalReviews reviews) {
    this.reviews = reviews;
  }

  /** The batches to review, one instance each. */
  public List<String> batches(DelegateExecution execution) {
    return reviews.batches(TaskOrigin.text(execution, "censusId"));
  }

  /** Counts the pairs and says in the task list what the tasks are about. */
  public void open(DelegateExecution execution) {
    int pairs = reviews.size(batch(execution));
    execution.setVariable("pairCount", pairs);
    execution.setVariable("taskSubject", "待判定配对 " + pairs + " 对");
  }

  /** Marks the reminder where the officers see it. */
  public void remind(DelegateExecution execution) {
    execution.setVariable("reminded", true);
  }

  /** Compares the two judges' answers. */
  public void compareAnswers(DelegateExecution execution) {
    execution.setVariable("disputedCount", reviews.disputed(batch(execution)));
  }

  /** Makes verdicts of the answers. */
  public void conclude(DelegateExecution execution) {
    execution.setVariable("verdictCount", reviews.conclude(batch(execution)));
  }

  private static String batch(DelegateExecution execution) {
    return execution.getProcessBusinessKey();
  }
}
