package org.censusflow.governance.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.Spin;
import org.censusflow.CensusFlow;
import org.censusflow.DueJobs;
import org.censusflow.SignedIn;
import org.censusflow.base.engine.TaskRefused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole program on a database in memory; sample staff act, time is moved, jobs run by hand. */
@SpringBootTest(
    classes = CensusFlow.class,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:governance;DB_CLOSE_DELAY=-1",
      "camunda.bpm.job-execution.enabled=false",
      "censusflow.sample.enabled=false"
    })
public abstract class GovernanceScene {

  @Autowired RuntimeService runtime;
  @Autowired TaskService tasks;
  @Autowired HistoryService history;
  @Autowired JdbcClient jdbc;
  @Autowired private RepositoryService repository;
  @Autowired private FormService forms;
  @Autowired private ManagementService management;
  @Autowired private IdentityService identities;

  @BeforeEach
  void setTheScene() {
    ClockUtil.setCurrentTime(Date.from(Instant.parse("2020-10-12T01:00:00Z")));
  }

  @AfterEach
  void clearTheScene() {
    ClockUtil.reset();
    identities.clearAuthentication();
    runtime.createProcessInstanceQuery().rootProcessInstances().list().stream()
        .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "end"));
  }

  /** Starts a process as a sample account, as Tasklist does: the form's fields and nothing else. */
  String start(String user, String process, Map<String, Object> form) {
    as(user);
    try {
      return runtime.startProcessInstanceByKey(process, form).getId();
    } finally {
      identities.clearAuthentication();
      work();
    }
  }

  /** Starts a process by its start form, which the engine also keeps as form fields. */
  String submitStart(String user, String process, Map<String, Object> form) {
    as(user);
    try {
      String definition =
          repository
              .createProcessDefinitionQuery()
              .processDefinitionKey(process)
              .latestVersion()
              .singleResult()
              .getId();
      return forms.submitStartForm(definition, form).getId();
    } finally {
      identities.clearAuthentication();
      work();
    }
  }

  /** Claims and completes the one task of this kind that the account may take. */
  void complete(String user, String key, Map<String, Object> form) {
    as(user);
    try {
      Task task = own(user, key);
      tasks.claim(task.getId(), user);
      tasks.complete(task.getId(), form);
    } finally {
      identities.clearAuthentication();
    }
    work();
  }

  void refused(String user, String key, Map<String, Object> form, String code) {
    as(user);
    try {
      Task task = own(user, key);
      tasks.claim(task.getId(), user);
      assertThatThrownBy(() -> tasks.complete(task.getId(), form))
          .isInstanceOf(TaskRefused.class)
          .hasMessageContaining(code);
      tasks.claim(task.getId(), null);
    } finally {
      identities.clearAuthentication();
    }
  }

  private Task own(String user, String key) {
    List<String> groups =
        identities.createGroupQuery().groupMember(user).list().stream().map(Group::getId).toList();
    List<Task> own =
        tasks.createTaskQuery().taskDefinitionKey(key).taskCandidateGroupIn(groups).list();
    assertThat(own).as(key + " of " + user).isNotEmpty();
    return own.get(0);
  }

  private void as(String user) {
    identities.setAuthentication(
        user, SignedIn.groups(identities, user), SignedIn.tenants(identities, user));
  }

  List<String> open() {
    return tasks.createTaskQuery().list().stream()
        .map(Task::getTaskDefinitionKey)
        .sorted()
        .toList();
  }

  Task task(String key) {
    return tasks.createTaskQuery().taskDefinitionKey(key).singleResult();
  }

  Object variable(String task, String name) {
    return tasks.getVariable(task(task).getId(), name);
  }

  boolean ended(String instance) {
    return runtime.createProcessInstanceQuery().processInstanceId(instance).count() == 0;
  }

  void days(int days) {
    Instant now = ClockUtil.getCurrentTime().toInstant();
    ClockUtil.setCurrentTime(Date.from(now.plus(Duration.ofDays(days))));
    work();
  }

  private void work() {
    DueJobs.run(management);
  }

  /** A form's fields; a list is what a tag list submits. */
  static Map<String, Object> form(Object... fields) {
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
}
