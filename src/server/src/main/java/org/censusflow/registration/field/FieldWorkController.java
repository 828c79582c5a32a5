package org.censusflow.registration.field;

import org.censusflow.base.access.AuditTrail;
import org.censusflow.base.access.Caller;
import org.censusflow.base.access.Refusal;
import org.censusflow.base.access.Written;
import org.censusflow.registration.question.HouseholdQuestions;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Serves the field work form in Tasklist: a block's households, one visit or recheck at a time. */
@RestController
@RequestMapping("/api/field-work/{taskId}")
class FieldWorkController {

  private final FieldWorkViews views;
  private final HouseholdVisits visits;
  private final RecheckSamples samples;
  private final HouseholdQuestions questions;
  private final FieldTasks tasks;
  private final AuditTrail audit;

  FieldWorkController(
      FieldWorkViews views,
      HouseholdVisits visits,
      RecheckSamples samples,
      HouseholdQuestions questions,
      FieldTasks tasks,
      AuditTrail audit) {
    this.audit = audit;
    this.views = views;
    this.visits = visits;
    this.samples = samples;
    this.questions = questions;
    this.tasks = tasks;
  }

  record Recheck(int checkedItems, int wrongItems, int missedPersons, @Written("说明") String note) {}

  /**
   * @param asked how many questions to households were made of it
   */
  record Doubts(int asked) {}

  /** Shows the households of a field task; audited. For who has claimed the task. */
  @GetMapping
  FieldWorkView view(@PathVariable String taskId) {
    Caller caller = Caller.current();
    return views.view(tasks.claimedBy(caller, taskId), caller.user());
  }

  /**
   * Records a visit and answers with the household as it stands then. For who has claimed the task.
   */
  @Transactional
  @PostMapping("/households/{number}/visits")
  FieldWorkView.Household visited(
      @PathVariable String taskId,
      @PathVariable int number,
      @RequestBody HouseholdVisits.Visit visit) {
    Caller caller = Caller.current();
    FieldTask task = tasks.claimedBy(caller, taskId);
    if (task.stage() != FieldTask.Stage.ENUMERATE) {
      throw new FieldWorkRefused("复核任务不能登记入户结果。");
    }
    String nextStep = visits.visited(task, number, visit, caller.user());
    changed(caller, task, "field-work.visit", number);
    return views.household(task, number, nextStep);
  }

  /** Records what the recheck of a household found. For who has claimed the task. */
  @Transactional
  @PutMapping("/households/{number}/recheck")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void rechecked(
      @PathVariable String taskId, @PathVariable int number, @RequestBody Recheck recheck) {
    Caller caller = Caller.current();
    FieldTask task = tasks.claimedBy(caller, taskId);
    if (task.stage() != FieldTask.Stage.RECHECK) {
      throw new FieldWorkRefused("登记任务不能填写复核结果。");
    }
    samples.record(
        task,
        number,
        recheck.checkedItems(),
        recheck.wrongItems(),
        recheck.missedPersons(),
        recheck.note(),
        caller.user());
    changed(caller, task, "field-work.recheck", number);
  }

  private void changed(Caller caller, FieldTask task, String action, int number) {
    audit.record(caller.user(), task.district(), action, "household", task.block() + "/" + number);
  }

  /**
   * Sends back to the households whatever the checks doubt in the block and nobody has asked about.
   * For who has claimed the task.
   */
  @Transactional
  @PostMapping("/doubts")
  Doubts askWhatChecksDoubt(@PathVariable String taskId) {
    Caller caller = Caller.current();
    FieldTask task = tasks.claimedBy(caller, taskId);
    audit.record(caller.user(), task.district(), "question.ask-checks", "block", task.block());
    return new Doubts(questions.askWhatChecksDoubt(task.censusId(), task.block(), caller.user()));
  }

  /** The form waits for this to change: Tasklist does not tell a form that its task was claimed. */
  @ExceptionHandler
  @ResponseStatus(HttpStatus.CONFLICT)
  Refusal notClaimed(FieldTaskNotClaimed refusal) {
    return new Refusal(refusal.getMessage());
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.UNPROCESSABLE_ENTITY)
  Refusal refused(FieldWorkRefused refusal) {
    return new Refusal(refusal.getMessage());
  }
}
