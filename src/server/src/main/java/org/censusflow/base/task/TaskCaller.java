package org.censusflow.base.task;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.censusflow.base.access.Administrator;
import org.censusflow.base.engine.TaskRefused;

/** An account that asks the engine for something about a task. */
record TaskCaller(CommandContext context, Authentication account) {

  /** Null where the program itself is at work: a job, a step, a module on its own behalf. */
  static TaskCaller current() {
    CommandContext context = Context.getCommandContext();
    Authentication account = context.getAuthentication();
    return context.isAuthorizationCheckEnabled() && account != null && account.getUserId() != null
        ? new TaskCaller(context, account)
        : null;
  }

  String user() {
    return account.getUserId();
  }

  boolean isAdministrator() {
    return groups().contains(Administrator.GROUP);
  }

  /** Whether the caller finds the task in a list: it is open, of the own district, and shown. */
  boolean sees(String taskId) {
    return context
            .getProcessEngineConfiguration()
            .getTaskService()
            .createTaskQuery()
            .taskId(taskId)
            .count()
        > 0;
  }

  /**
   * @throws AuthorizationException when the caller does not see the task; in the same words when it
   *     is another's, when it is done and when there is none
   */
  TaskEntity seen(String taskId) {
    if (taskId == null || !sees(taskId)) {
      throw new AuthorizationException("CF-E150 没有这项任务，或者它不归你的账号办理。请刷新任务列表。");
    }
    return context.getTaskManager().findTaskById(taskId);
  }

  /**
   * @throws TaskRefused when the caller sees the task and has not claimed it
   * @throws AuthorizationException when the caller does not see it
   */
  TaskEntity claimed(String taskId) {
    TaskEntity task = seen(taskId);
    if (!user().equals(task.getAssignee())) {
      throw new TaskRefused(Claim.FIRST);
    }
    return task;
  }

  /** Whether the model offers the task to a group that the caller belongs to. */
  boolean isCandidate(TaskEntity task) {
    return groupsOf(task).stream().anyMatch(groups()::contains);
  }

  /** Whether the model offers the task to a group that the account belongs to. */
  boolean isCandidate(TaskEntity task, String user) {
    IdentityService identities = context.getProcessEngineConfiguration().getIdentityService();
    return trusted(
        () ->
            groupsOf(task).stream()
                .anyMatch(
                    group ->
                        identities.createUserQuery().userId(user).memberOfGroup(group).count()
                            > 0));
  }

  /** Does what the engine's own rights are too coarse for, after our rule has allowed it. */
  <T> T trusted(Supplier<T> action) {
    return context.runWithoutAuthorization(action::get);
  }

  private List<String> groups() {
    return account.getGroupIds() == null ? List.of() : account.getGroupIds();
  }

  /** Nobody changes them from outside, so they are what the model named when the task was made. */
  private static List<String> groupsOf(TaskEntity task) {
    return task.getIdentityLinks().stream()
        .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
        .map(IdentityLink::getGroupId)
        .filter(java.util.Objects::nonNull)
        .toList();
  }
}
