package org.censusflow.registration.question;

import org.censusflow.base.access.AuditTrail;
import org.censusflow.base.access.Caller;
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

/** Serves the form of a block's questions in Tasklist: one household's reply or check at a time. */
@RestController
@RequestMapping("/api/household-questions/{taskId}")
class QuestionTaskController {

  private final QuestionTasks tasks;
  private final QuestionViews views;
  private final HouseholdQuestions questions;
  private final AuditTrail audit;

  QuestionTaskController(
      QuestionTasks tasks, QuestionViews views, HouseholdQuestions questions, AuditTrail audit) {
    this.tasks = tasks;
    this.views = views;
    this.questions = questions;
    this.audit = audit;
  }

  record NotReached(@Written("去过几次、什么时间、为什么没有见到") String note) {}

  record Decision(boolean accepted, @Written("退回的原因") String remark) {}

  /**
   * Reads the questions of a task with the present answers; audited. For who has claimed the task.
   */
  @GetMapping
  QuestionView view(@PathVariable String taskId) {
    Caller caller = Caller.current();
    return views.view(tasks.claimedBy(caller, taskId), caller.user());
  }

  /** Records the household's answer. For who has claimed the task. */
  @PutMapping("/questions/{id}/reply")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void reply(@PathVariable String taskId, @PathVariable long id, @RequestBody QuestionReply reply) {
    Caller caller = Caller.current();
    QuestionTask task = tasks.claimedBy(caller, taskId);
    questions.answer(task, id, reply, caller.user());
    record(task, id, "question.answer", caller);
  }

  /** Notes that a household could not be reached. For who has claimed the task. */
  @PutMapping("/questions/{id}/not-reached")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void notReached(
      @PathVariable String taskId, @PathVariable long id, @RequestBody NotReached visits) {
    Caller caller = Caller.current();
    QuestionTask task = tasks.claimedBy(caller, taskId);
    questions.notReached(task, id, visits.note(), caller.user());
    record(task, id, "question.not-reached", caller);
  }

  /** Accepts or rejects an answer. For who has claimed the task and did not record the answer. */
  @PutMapping("/questions/{id}/decision")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void decide(@PathVariable String taskId, @PathVariable long id, @RequestBody Decision decision) {
    Caller caller = Caller.current();
    QuestionTask task = tasks.claimedBy(caller, taskId);
    questions.decide(task, id, decision.accepted(), decision.remark(), caller.user());
    record(task, id, "question.decide", caller);
  }

  private void record(QuestionTask task, long id, String action, Caller caller) {
    audit.record(caller.user(), task.district(), action, "question", String.valueOf(id));
  }

  /** The form waits for this to change: Tasklist does not tell a form that its task was claimed. */
  @ExceptionHandler
  @ResponseStatus(HttpStatus.CONFLICT)
  Refusal notClaimed(QuestionTaskNotClaimed refusal) {
    return new Refusal(refusal.getMessage());
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.UNPROCESSABLE_ENTITY)
  AnswerRefusal refused(QuestionRefused refusal) {
    return AnswerRefusal.of(refusal.getMessage(), refusal.found());
  }
}
