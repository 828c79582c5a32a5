package org.censusflow.crosscheck.recheck;

import java.util.Map;
import org.censusflow.base.access.Caller;
import org.censusflow.base.access.Coded;
import org.censusflow.base.access.Refusal;
import org.censusflow.base.access.Written;
import org.censusflow.registration.question.AnswerRefusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Serves the recheck forms in Tasklist: what stands in a block, and one decision at a time. */
@RestController
@RequestMapping("/api/rechecks/{taskId}")
class RecheckController {

  private final Rechecks rechecks;
  private final RecheckTasks tasks;

  RecheckController(Rechecks rechecks, RecheckTasks tasks) {
    this.rechecks = rechecks;
    this.tasks = tasks;
  }

  /**
   * @param correction answers of the household by field name; null where the outcome asks for none
   * @param sure whether the household has said again what the checks doubt
   */
  record Settlement(
      @Coded String outcome,
      @Written("依据") String reason,
      @Coded Map<String, String> correction,
      boolean sure) {}

  record Review(boolean approved, @Written("退回原因") String reason) {}

  /** Shows what the comparison found in a block; audited. For who has claimed the task. */
  @GetMapping
  RecheckView view(@PathVariable String taskId) {
    Caller caller = Caller.current();
    return rechecks.view(tasks.claimedBy(caller, taskId), caller.user());
  }

  /** Settles one difference. For who has claimed the task. */
  @PutMapping("/differences/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void settle(
      @PathVariable String taskId, @PathVariable long id, @RequestBody Settlement settlement) {
    Caller caller = Caller.current();
    Map<String, String> correction =
        settlement.correction() == null ? Map.of() : settlement.correction();
    rechecks.settle(
        tasks.claimedBy(caller, taskId),
        id,
        settlement.outcome(),
        settlement.reason(),
        correction,
        settlement.sure(),
        caller.user());
  }

  /** Approves or returns how another person settled a difference. For who has claimed the task. */
  @PutMapping("/differences/{id}/review")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void review(@PathVariable String taskId, @PathVariable long id, @RequestBody Review review) {
    Caller caller = Caller.current();
    rechecks.review(
        tasks.claimedBy(caller, taskId), id, review.approved(), review.reason(), caller.user());
  }

  /** The form waits for this to change: Tasklist does not tell a form that its task was claimed. */
  @ExceptionHandler
  @ResponseStatus(HttpStatus.CONFLICT)
  Refusal notClaimed(TaskNotClaimed refusal) {
    return new Refusal(refusal.getMessage());
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.UNPROCESSABLE_ENTITY)
  AnswerRefusal refused(DecisionRefused refusal) {
    return AnswerRefusal.of(refusal.getMessage(), refusal.found());
  }
}
