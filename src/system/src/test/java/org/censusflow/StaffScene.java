package org.censusflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.spin.Spin;
import org.censusflow.base.engine.TaskRefused;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The whole program on H2: sample staff claim and complete their tasks as they do in Tasklist, past
 * the same guards; time is moved by hand, jobs run with it.
 */
@SpringBootTest(
    classes = CensusFlow.class,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:staff;DB_CLOSE_DELAY=-1",
      "camunda.bpm.job-execution.enabled=false",
      "censusflow.sample.enabled=false"
    })
public abstract class StaffScene {

  @Autowired protected IdentityService identities;
  @Autowired protected RuntimeService runtime;
  @Autowired protected TaskService tasks;
  @Autowired protected HistoryService history;
  @Autowired protected ManagementService management;
  @Autowired protected JdbcClient jdbc;
  @Autowired private RepositoryService repository;
  @Autowired private FormService forms;

  /** What a test leaves behind would count in the next one. */
  @AfterEach
  void clearTheScene() {
    EmptyEngine.leave(identities, runtime, history);
    EmptyDataPlane.leave(jdbc);
  }

  protected static void now(String instant) {
    ClockUtil.setCurrentTime(Date.from(Instant.parse(instant)));
  }

  /** Starts a process as this person and runs it up to its first tasks. */
  protected String start(String user, String process, Map<String, Object> form) {
    return started(as(user, () -> runtime.startProcessInstanceByKey(process, form)));
  }

  /** Starts a process by its start form, which the engine also keeps as form fields. */
  protected String submitStart(String user, String process, Map<String, Object> form) {
    String definition =
        repository
            .createProcessDefinitionQuery()
            .processDefinitionKey(process)
            .latestVersion()
            .singleResult()
            .getId();
    return started(as(user, () -> forms.submitStartForm(definition, form)));
  }

  private String started(ProcessInstance instance) {
    runJobs();
    return instance.getId();
  }

  /**
   * Lets this person claim the one task of the kind that they see, and complete it; when that is
   * refused, they give it back.
   */
  protected void complete(String user, String key, Map<String, Object> form) {
    assertThat(seen(user, key)).as(key + " of " + user).hasSize(1);
    completeFirst(user, key, form);
  }

  /** The same where the person sees several of the kind: the oldest is done. */
  protected void completeFirst(String user, String key, Map<String, Object> form) {
    completeTask(user, seen(user, key).get(0), form);
  }

  /** The same with the task of one instance; a colleague who has claimed it gives it back. */
  protected void complete(String user, String key, String businessKey, Map<String, Object> form) {
    completeTask(user, free(seen(user, key, businessKey), user), form);
  }

  protected void refused(String user, String key, Map<String, Object> form, String code) {
    assertThatThrownBy(() -> complete(user, key, form))
        .isInstanceOf(TaskRefused.class)
        .hasMessageContaining(code);
  }

  private void completeTask(String user, Task task, Map<String, Object> form) {
    as(
        user,
        () -> {
          tasks.claim(task.getId(), user);
          try {
            tasks.complete(task.getId(), form);
          } catch (TaskRefused refused) {
            tasks.claim(task.getId(), null);
            throw refused;
          }
          return null;
        });
    momentLater();
    runJobs();
  }

  /** Nobody does two tasks in the same moment. */
  private static void momentLater() {
    ClockUtil.setCurrentTime(Date.from(ClockUtil.getCurrentTime().toInstant().plusSeconds(1)));
  }

  /** Lets this person claim the task of one instance, and leaves it with them. */
  protected String claim(String user, String key, String businessKey) {
    Task task = free(seen(user, key, businessKey), user);
    return as(
        user,
        () -> {
          tasks.claim(task.getId(), user);
          return task.getId();
        });
  }

  private Task free(Task task, String user) {
    String other = task.getAssignee();
    if (other != null && !other.equals(user)) {
      as(
          other,
          () -> {
            tasks.claim(task.getId(), null);
            return null;
          });
    }
    return task;
  }

  /** The task of one instance as this person sees it. */
  protected Task seen(String user, String key, String businessKey) {
    Task task =
        as(user, () -> ofTheirs(user, key).processInstanceBusinessKey(businessKey).singleResult());
    assertThat(task).as(key + " of " + businessKey + " for " + user).isNotNull();
    return task;
  }

  protected boolean waitsFor(String user, String key) {
    return !seen(user, key).isEmpty();
  }

  /** The tasks of the kind that this person sees, the oldest first. */
  protected List<Task> seen(String user, String key) {
    return as(user, () -> ofTheirs(user, key).orderByTaskCreateTime().asc().list());
  }

  private TaskQuery ofTheirs(String user, String key) {
    return tasks
        .createTaskQuery()
        .taskDefinitionKey(key)
        .taskCandidateGroupIn(SignedIn.groups(identities, user))
        .includeAssignedTasks();
  }

  protected List<String> openTasks() {
    return tasks.createTaskQuery().list().stream()
        .map(Task::getTaskDefinitionKey)
        .sorted()
        .toList();
  }

  protected Task task(String key) {
    return tasks.createTaskQuery().taskDefinitionKey(key).singleResult();
  }

  protected Object variable(String task, String name) {
    return tasks.getVariable(task(task).getId(), name);
  }

  protected void days(int days) {
    Date now = ClockUtil.getCurrentTime();
    ClockUtil.setCurrentTime(Date.from(now.toInstant().plus(Duration.ofDays(days))));
    runJobs();
  }

  protected void runJobs() {
    DueJobs.run(management);
  }

  protected boolean ended(String instance) {
    return runtime.createProcessInstanceQuery().processInstanceId(instance).count() == 0;
  }

  protected Object column(String table, String column, String processKey) {
    return jdbc.sql("select " + column + " from " + table + " where process_key = ?")
        .param(processKey)
        .query()
        .singleValue();
  }

  protected <T> T as(String user, Supplier<T> action) {
    return SignedIn.as(identities, user, action);
  }

  /** A form's fields; a list is what a tag list submits. */
  protected static Map<String, Object> form(Object... fields) {
    Map<String, Object> form = new HashMap<>();
    for (int i = 0; i < fields.length; i += 2) {
      Object value = fields[i + 1];
      form.put(
          (String) fields[i],
          value instanceof List<?> list
              ? Spin.JSON(list.stream().map(it -> '"' + it.toString() + '"').toList().toString())
              : value);
    }
    return form;
  }

  protected static Map<String, Object> approved() {
    return form("decision", "approve");
  }

  protected static Map<String, Object> returned(String reason) {
    return form("decision", "return", "decisionReason", reason);
  }
}
