package org.censusflow.base.engine;

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
import org.springframework.context.annotation.Lazy;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Who is named in the record of a task, for those who see the task and read the record. */
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
   * A person of the staff.
   *
   * @param user the account
   * @param name as staff know it
   */
  record Person(String user, String name) {}

  /**
   * @throws AccessDeniedException when the caller does not see the task, or there is none
   */
  List<Person> named(String taskId) {
    if (tasks.createTaskQuery().taskId(taskId).count() == 0) {
      throw new AccessDeniedException("No such task for the caller to see");
    }
    return asProgram.run(() -> people(taskId));
  }

  private List<Person> people(String taskId) {
    Set<String> accounts = new TreeSet<>();
    history.createUserOperationLogQuery().taskId(taskId).list().stream()
        .flatMap(TaskPeople::accounts)
        .filter(Objects::nonNull)
        .forEach(accounts::add);
    tasks.getTaskComments(taskId).stream()
        .map(Comment::getUserId)
        .filter(Objects::nonNull)
        .forEach(accounts::add);
    if (accounts.isEmpty()) {
      return List.of();
    }
    return identities
        .createUserQuery()
        .userIdIn(accounts.toArray(String[]::new))
        .orderByUserId()
        .asc()
        .list()
        .stream()
        .map(user -> new Person(user.getId(), Objects.toString(user.getFirstName(), "")))
        .toList();
  }

  private static Stream<String> accounts(UserOperationLogEntry entry) {
    return ASSIGNEE.equals(entry.getProperty())
        ? Stream.of(entry.getUserId(), entry.getOrgValue(), entry.getNewValue())
        : Stream.ofNullable(entry.getUserId());
  }
}
