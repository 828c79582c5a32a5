package org.censusflow.sample.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
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
   * Lets every member of staff do what is waiting for them now.
   *
   * @param kinds which kinds of task they do, by task definition key
   * @return how many tasks were done
   */
  int round(List<Staff> staff, Predicate<String> kinds) {
    int done = 0;
    for (Staff person : staff) {
      done += person.act(() -> workOf(person, kinds));
    }
    return done;
  }

  private int workOf(Staff person, Predicate<String> kinds) {
    int done = 0;
    for (Task task : waitingFor(person)) {
      if (kinds.test(task.getTaskDefinitionKey()) && work(task, person)) {
        done++;
      }
    }
    return done;
  }

  /** What this person has claimed before, then what waits for one of the person's groups. */
  private List<Task> waitingFor(Staff person) {
    List<Task> waiting =
        new ArrayList<>(
            tasks
                .createTaskQuery()
                .taskAssignee(person.user())
                .active()
                .listPage(0, TASKS_AT_A_TIME));
    waiting.addAll(
        tasks
            .createTaskQuery()
            .taskCandidateGroupIn(List.copyOf(person.groups()))
            .active()
            .listPage(0, TASKS_AT_A_TIME));
    return waiting;
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
