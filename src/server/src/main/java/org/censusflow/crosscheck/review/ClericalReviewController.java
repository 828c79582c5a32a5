package org.censusflow.crosscheck.review;

import org.censusflow.base.access.Caller;
import org.censusflow.base.access.Coded;
import org.censusflow.base.access.Refusal;
import org.censusflow.base.access.Written;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Serves the form of a clerical review in Tasklist: the pairs of a task, and one answer at a time.
 */
@RestController
@RequestMapping("/api/clerical-reviews/{taskId}")
class ClericalReviewController {

  private final ClericalReviews reviews;
  private final ReviewTasks tasks;

  ClericalReviewController(ClericalReviews reviews, ReviewTasks tasks) {
    this.reviews = reviews;
    this.tasks = tasks;
  }

  record Judgement(@Coded String answer, @Written("理由") String reason) {}

  /** Shows the pairs of a review task, each audited. For who has claimed the task. */
  @GetMapping
  ReviewView view(@PathVariable String taskId) {
    Caller caller = Caller.current();
    return reviews.view(tasks.claimedBy(caller, taskId), caller.user());
  }

  /** Answers one pair. For who has claimed the task. */
  @PutMapping("/pairs/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void answer(
      @PathVariable String taskId, @PathVariable long id, @RequestBody Judgement judgement) {
    Caller caller = Caller.current();
    reviews.answer(
        tasks.claimedBy(caller, taskId), id, judgement.answer(), judgement.reason(), caller.user());
  }

  /** The form waits for this to change: Tasklist does not tell a form that its task was claimed. */
  @ExceptionHandler
  @ResponseStatus(HttpStatus.CONFLICT)
  Refusal notClaimed(PairNotClaimed refusal) {
    return new Refusal(refusal.getMessage());
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.UNPROCESSABLE_ENTITY)
  Refusal refused(JudgementRefused refusal) {
    return new Refusal(refusal.getMessage());
  }
}
