package org.censusflow.base.task;

import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.censusflow.base.access.Caller;
import org.censusflow.base.engine.AsProgram;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * The way from a request to a task whose rows of persons somebody wants to read or to change. Being
 * the assignee is not enough: the caller must belong to a group that the model names, in the task's
 * district, since whoever holds a task could hand it on to anybody.
 */
@Component
public class ClaimedTasks {

  private final TaskService tasks;
  private final Supplier<ProcessEngine> engine;
  private final AsProgram asProgram;

  /** Lazy, because the engine asks for its task rules while it starts. */
  ClaimedTasks(@Lazy TaskService tasks, @Lazy ProcessEngine engine, AsProgram asProgram) {
    this.tasks = tasks;
    this.engine = () -> engine;
    this.asProgram = asProgram;
  }

  private record Found(TaskOrigin origin, Set<String> groups) {}

  /**
   * What a claimed task is about.
   *
   * @param ours tells the keys of the tasks that the module knows
   * @param unknown thrown when the caller can see no such task; the query runs with the caller's
   *     rights
   * @param notClaimed thrown when nobody or somebody else has claimed it
   * @throws AccessDeniedException when the caller is in none of the task's groups, or not in its
   *     district
   */
  public <X extends RuntimeException> TaskOrigin of(
      Caller caller,
      String taskId,
      Predicate<String> ours,
      Supplier<X> unknown,
      Supplier<X> notClaimed) {
    Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
    if (task == null || !ours.test(task.getTaskDefinitionKey())) {
      throw unknown.get();
    }
    if (!caller.user().equals(task.getAssignee())) {
      throw notClaimed.get();
    }
    Found found = asProgram.run(() -> find(taskId));
    if (found == null) {
      throw unknown.get();
    }
    caller.mustBelongTo(found.origin().district());
    if (found.groups().stream().noneMatch(caller::inGroup)) {
      throw new AccessDeniedException("Caller is in none of the task's groups");
    }
    return found.origin();
  }

  private Found find(String taskId) {
    Command<Found> command =
        context -> {
          TaskEntity task = context.getTaskManager().findTaskById(taskId);
          return task == null
              ? null
              : new Found(
                  TaskOrigin.of(task.getTaskDefinitionKey(), task.getExecution()),
                  TaskGroups.ofModel(task));
        };
    return ((ProcessEngineConfigurationImpl) engine.get().getProcessEngineConfiguration())
        .getCommandExecutorTxRequired()
        .execute(command);
  }
}
