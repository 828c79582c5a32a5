package org.censusflow.sample.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * Sample staff at work: each sees the tasks that the engine shows them, claims one, does it and
 * completes it.
 */
@Component
class StaffWork {

  private static final Logger log = LoggerFactory.getLogger(StaffWork.class);
  private static final int TASKS_AT_A_TIME = 50;

  private final TaskService tasks;
  private final List<TaskPlay> plays;

  StaffWork(TaskService tasks, List<TaskPlay> plays) {
    this.tasks = tasks;
    this.plays = plays;
  }

  /** How a task is done that no play knows. */
  interface Otherwise {
    Optional<Map<String, Object>> play(Task task, StaffMember person);
  }

  /**
   * Lets every member of staff do what is waiting for them now and what a play knows.
   *
   * @param kinds which kinds of task they do, by task definition key
   * @return how many tasks were done
   */
  int round(List<StaffMember> staff, Predicate<String> kinds) {
    int done = 0;
    for (StaffMember person : staff) {
      done += person.act(() -> workOf(person, kinds));
    }
    return done;
  }

  private int workOf(StaffMember person, Predicate<String> kinds) {
    int done = 0;
    for (Task task : waitingFor(person)) {
      if (kinds.test(task.getTaskDefinitionKey()) && work(task, person, null)) {
        done++;
      }
    }
    return done;
  }

  /**
   * Has tasks done by those whom each is offered to, one after the other until somebody may.
   *
   * @return how many tasks were done
   */
  int share(List<Task> waiting, List<StaffMember> staff, Otherwise otherwise) {
    int done = 0;
    for (Task task : waiting) {
      Set<String> groups = groupsOf(task);
      done +=
          staff.stream()
                  .filter(person -> person.groups().stream().anyMatch(groups::contains))
                  .anyMatch(
                      person ->
                          person.act(() -> sees(person, task) && work(task, person, otherwise)))
              ? 1
              : 0;
    }
    return done;
  }

  private Set<String> groupsOf(Task task) {
    return tasks.createTaskQuery().taskId(task.getId()).count() == 0
        ? Set.of()
        : tasks.getIdentityLinksForTask(task.getId()).stream()
            .map(IdentityLink::getGroupId)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
  }

  private boolean sees(StaffMember person, Task task) {
    return tasks
            .createTaskQuery()
            .taskId(task.getId())
            .taskCandidateGroupIn(List.copyOf(person.groups()))
            .includeAssignedTasks()
            .count()
        == 1;
  }

  /** What this person has claimed before, then what waits for one of the person's groups. */
  private List<Task> waitingFor(StaffMember person) {
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

  private boolean work(Task task, StaffMember person, Otherwise otherwise) {
    Otherwise play =
        plays.stream()
            .filter(candidate -> candidate.plays(task.getTaskDefinitionKey()))
            .findFirst()
            .<Otherwise>map(candidate -> candidate::play)
            .orElse(otherwise);
    if (play == null) {
      return false;
    }
    try {
      if (task.getAssignee() == null) {
        tasks.claim(task.getId(), person.user());
      }
      Optional<Map<String, Object>> submitted = play.play(task, person);
      if (submitted.isEmpty()) {
        tasks.claim(task.getId(), null);
        return false;
      }
      tasks.complete(task.getId(), submitted.get());
      return true;
    } catch (OptimisticLockingException e) {
      // The engine changed the instance at the same moment; the task is still there in the next
      // round.
      return false;
    } catch (FormFieldValidationException | AccessDeniedException e) {
      // Not this person, or not like this: somebody else tries.
      log.debug("{} refused {}: {}", task.getTaskDefinitionKey(), person.user(), e.getMessage());
      tasks.claim(task.getId(), null);
      return false;
    }
  }
}
