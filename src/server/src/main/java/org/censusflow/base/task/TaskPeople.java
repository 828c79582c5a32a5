package org.censusflow.base.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.task.Comment;
import org.camunda.bpm.engine.task.IdentityLink;
import org.censusflow.base.engine.AsProgram;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Whom a task and its record name, for those who see the task and read the record. */
@Component
class TaskPeople {

  private static final String ASSIGNEE = "assignee";

  private final TaskService tasks;
  private final HistoryService history;
  private final IdentityService identities;
  private final AsProgram asProgram;

  TaskPeople(
      @Lazy TaskService tasks,
      @Lazy HistoryService history,
      @Lazy IdentityService identities,
      AsProgram asProgram) {
    this.tasks = tasks;
    this.history = history;
    this.identities = identities;
    this.asProgram = asProgram;
  }

  /**
   * A person or a group of the staff.
   *
   * @param id the account, or the group's id
   * @param name as staff know it
   */
  record Named(String id, String name) {}

  /**
   * @throws AccessDeniedException when the caller does not see the task, or there is none
   */
  List<Named> named(String taskId) {
    if (tasks.createTaskQuery().taskId(taskId).count() == 0) {
      throw new AccessDeniedException("No such task for the caller to see");
    }
    return asProgram.run(() -> people(taskId));
  }

  private List<Named> people(String taskId) {
    List<IdentityLink> links = tasks.getIdentityLinksForTask(taskId);
    Set<String> accounts = new TreeSet<>();
    history.createUserOperationLogQuery().taskId(taskId).list().stream()
        .flatMap(TaskPeople::accounts)
        .filter(Objects::nonNull)
        .forEach(accounts::add);
    links.stream().map(IdentityLink::getUserId).filter(Objects::nonNull).forEach(accounts::add);
    tasks.getTaskComments(taskId).stream()
        .map(Comment::getUserId)
        .filter(Objects::nonNull)
        .forEach(accounts::add);
    String[] groups =
        links.stream()
            .map(IdentityLink::getGroupId)
            .filter(Objects::nonNull)
            .toArray(String[]::new);
    List<Named> named = new ArrayList<>();
    if (groups.length > 0) {
      identities
          .createGroupQuery()
          .groupIdIn(groups)
          .list()
          .forEach(group -> named.add(new Named(group.getId(), group.getName())));
    }
    if (!accounts.isEmpty()) {
      identities
          .createUserQuery()
          .userIdIn(accounts.toArray(String[]::new))
          .list()
          .forEach(user -> named.add(new Named(user.getId(), user.getFirstName())));
    }
    return named;
  }

  private static Stream<String> accounts(UserOperationLogEntry entry) {
    return ASSIGNEE.equals(entry.getProperty())
        ? Stream.of(entry.getUserId(), entry.getOrgValue(), entry.getNewValue())
        : Stream.ofNullable(entry.getUserId());
  }
}
