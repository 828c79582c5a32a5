package org.censusflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.censusflow.base.engine.TaskRefused;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole program on H2: sample staff do their tasks, time is moved by hand. */
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
    String instance = as(user, () -> runtime.startProcessInstanceByKey(process, form).getId());
    runJobs();
    return instance;
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
    String task = seen(user, key).get(0).getId();
    as(
        user,
        () -> {
          tasks.claim(task, user);
          try {
            tasks.complete(task, form);
          } catch (TaskRefused refused) {
            tasks.claim(task, null);
            throw refused;
          }
          return null;
        });
    runJobs();
  }

  protected boolean waitsFor(String user, String key) {
    return !seen(user, key).isEmpty();
  }

  private List<Task> seen(String user, String key) {
    return as(
        user,
        () ->
            tasks
                .createTaskQuery()
                .taskDefinitionKey(key)
                .taskCandidateGroupIn(SignedIn.groups(identities, user))
                .includeAssignedTasks()
                .orderByTaskCreateTime()
                .asc()
                .list());
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

  private <T> T as(String user, Supplier<T> action) {
    return SignedIn.as(identities, user, action);
  }
}
