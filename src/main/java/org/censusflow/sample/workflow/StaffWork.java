package org.censusflow.sample.workflow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Sample staff at work: each sees the tasks that the engine shows them, claims one, does it and
 * completes it.
 */
@Component
class StaffWork {

  private static final int TASKS_AT_A_TIME = 50;

  private final TaskService tasks;
  private final List<TaskPlay> plays;

  StaffWork(TaskService tasks, List<TaskPlay> plays) {
    this.tasks = tasks;
    this.plays = plays;
  }

  /**
   * Lets every member of staff do what is waiting for them now, and says how many tasks were done.
   */
  int round(List<Staff> staff) {
    int done = 0;
    for (Staff person : staff) {
      done += person.act(() -> workOf(person));
    }
    return done;
  }

  private int workOf(Staff person) {
    int done = 0;
    for (Task task : waitingFor(person)) {
      if (work(task, person)) {
        done++;
      }
    }
    return done;
  }

  private List<Task> waitingFor(Staff person) {
    return tasks
        .createTaskQuery()
        .or()
        .taskCandidateGroupIn(List.copyOf(person.groups()))
        .taskAssignee(person.user())
        .endOr()
        .includeAssignedTasks()
        .active()
        .listPage(0, TASKS_AT_A_TIME)
        .stream()
        .filter(task -> task.getAssignee() == null || person.user().equals(task.getAssignee()))
        .toList();
  }

  private boolean work(Task task, Staff person) {
    Optional<TaskPlay> play =
        plays.stream()
            .filter(candidate -> candidate.plays(task.getTaskDefinitionKey()))
            .findFirst();
    if (play.isEmpty()) {
      return false;
    }
    try {
      if (task.getAssignee() == null) {
        tasks.claim(task.getId(), person.user());
      }
      Optional<Map<String, Object>> submitted = play.get().play(task, person);
      if (submitted.isEmpty()) {
        tasks.setAssignee(task.getId(), null);
        return false;
      }
      tasks.complete(task.getId(), submitted.get());
      return true;
    } catch (OptimisticLockingException e) {
      // The engine changed the instance at the same moment; the task is still there in the next
      // round.
      return false;
    }
  }
}
