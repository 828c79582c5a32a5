package org.censusflow.base.task;

import org.censusflow.base.access.Caller;
import org.censusflow.base.access.Coded;
import org.censusflow.base.access.Refusal;
import org.censusflow.base.access.Written;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Reassigning a task, over REST. */
@RestController
class TaskReassignmentController {

  private final TaskReassignments reassignments;

  TaskReassignmentController(TaskReassignments reassignments) {
    this.reassignments = reassignments;
  }

  /**
   * @param to the account that has to do the task now
   * @param back instead of that: whether the task goes back to all its groups
   * @param reason why, without personal information
   */
  record Reassignment(@Coded String to, boolean back, @Written("改派原因") String reason) {}

  /**
   * Tells to whom a task can be given. For the census office's leads, a subdistrict's office for
   * the tasks of its own enumerators and supervisors.
   */
  @GetMapping("/api/tasks/{taskId}/reassignment")
  TaskReassignments.Choices choices(@PathVariable String taskId) {
    return reassignments.choices(Caller.current(), taskId);
  }

  /**
   * Gives a task to another member of the groups that it is offered to, or back to them all. For
   * the census office's leads, a subdistrict's office for the tasks of its own enumerators and
   * supervisors.
   */
  @PostMapping("/api/tasks/{taskId}/reassignment")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void reassign(@PathVariable String taskId, @RequestBody Reassignment wanted) {
    if (wanted.back() == (wanted.to() != null)) {
      throw new ReassignmentRefused("CF-E156 请指明改派给谁，或者指明交回候选单位。");
    }
    reassignments.reassign(Caller.current(), taskId, wanted.to(), wanted.reason());
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.UNPROCESSABLE_ENTITY)
  Refusal refused(ReassignmentRefused refusal) {
    return new Refusal(refusal.getMessage());
  }
}
