package org.censusflow.preparation.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.censusflow.CensusFlow;
import org.censusflow.preparation.PreparationFigures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole program on H2: sample staff do the preparation's tasks, time is moved by hand. */
@SpringBootTest(
    classes = CensusFlow.class,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:preparation;DB_CLOSE_DELAY=-1",
      "camunda.bpm.job-execution.enabled=false",
      "censusflow.sample.enabled=false"
    })
abstract class PreparationScene {

  private static final List<String> TABLES =
      List.of(
          "unit_plan",
          "subdistrict_setup",
          "allowance_payment",
          "funds_check",
          "funds_release",
          "census_budget",
          "staff_certificate",
          "staffing_support",
          "staffing_source",
          "staffing",
          "publicity_activity",
          "publicity_plan");

  @Autowired IdentityService identities;
  @Autowired RuntimeService runtime;
  @Autowired TaskService tasks;
  @Autowired ManagementService management;
  @Autowired PreparationFigures figures;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void setTheClock() {
    now("2020-02-03T01:00:00Z");
  }

  /** What a test leaves behind would count in the next one. */
  @AfterEach
  void clearTheScene() {
    identities.clearAuthentication();
    ClockUtil.reset();
    runtime
        .createProcessInstanceQuery()
        .rootProcessInstances()
        .list()
        .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "end"));
    TABLES.forEach(table -> jdbc.sql("delete from " + table).update());
  }

  static void now(String instant) {
    ClockUtil.setCurrentTime(Date.from(Instant.parse(instant)));
  }

  /** Starts a process as this person and runs it up to its first tasks. */
  String start(String user, String process, Map<String, Object> form) {
    String instance = as(user, () -> runtime.startProcessInstanceByKey(process, form).getId());
    work();
    return instance;
  }

  /** Lets this person claim the one task of the kind that they see, and complete it. */
  void complete(String user, String key, Map<String, Object> form) {
    assertThat(seen(user, key)).as(key + " of " + user).hasSize(1);
    completeFirst(user, key, form);
  }

  /** The same where the person sees several of the kind: the oldest is done. */
  void completeFirst(String user, String key, Map<String, Object> form) {
    String task = seen(user, key).get(0).getId();
    as(
        user,
        () -> {
          tasks.setAssignee(task, user);
          tasks.complete(task, form);
          return null;
        });
    work();
  }

  boolean waitsFor(String user, String key) {
    return !seen(user, key).isEmpty();
  }

  private List<Task> seen(String user, String key) {
    return as(
        user,
        () ->
            tasks
                .createTaskQuery()
                .taskDefinitionKey(key)
                .taskCandidateGroupIn(groupsOf(user))
                .includeAssignedTasks()
                .orderByTaskCreateTime()
                .asc()
                .list());
  }

  List<String> openTasks() {
    return tasks.createTaskQuery().list().stream()
        .map(Task::getTaskDefinitionKey)
        .sorted()
        .toList();
  }

  Task task(String key) {
    return tasks.createTaskQuery().taskDefinitionKey(key).singleResult();
  }

  void days(int days) {
    Date now = ClockUtil.getCurrentTime();
    ClockUtil.setCurrentTime(Date.from(now.toInstant().plus(Duration.ofDays(days))));
    work();
  }

  private void work() {
    List<Job> due = management.createJobQuery().executable().list();
    while (!due.isEmpty()) {
      due.forEach(
          job -> {
            if (management.createJobQuery().jobId(job.getId()).count() == 1) {
              management.executeJob(job.getId());
            }
          });
      due = management.createJobQuery().executable().list();
    }
  }

  boolean ended(String instance) {
    return runtime.createProcessInstanceQuery().processInstanceId(instance).count() == 0;
  }

  Object column(String table, String column, String processKey) {
    return jdbc.sql("select " + column + " from " + table + " where process_key = ?")
        .param(processKey)
        .query()
        .singleValue();
  }

  private <T> T as(String user, Supplier<T> action) {
    identities.setAuthentication(user, groupsOf(user), tenantsOf(user));
    try {
      return action.get();
    } finally {
      identities.clearAuthentication();
    }
  }

  private List<String> groupsOf(String user) {
    return identities.createGroupQuery().groupMember(user).list().stream()
        .map(Group::getId)
        .toList();
  }

  private List<String> tenantsOf(String user) {
    return identities
        .createTenantQuery()
        .userMember(user)
        .includingGroupsOfUser(true)
        .list()
        .stream()
        .map(Tenant::getId)
        .toList();
  }
}
