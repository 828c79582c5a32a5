package org.censusflow.postenumeration.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
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
import org.camunda.spin.Spin;
import org.censusflow.CensusFlow;
import org.censusflow.DueJobs;
import org.censusflow.EmptyDataPlane;
import org.censusflow.SignedIn;
import org.censusflow.base.engine.TaskRefused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The whole program on a database in memory, after the count: sample staff act, time is moved, jobs
 * run by hand.
 */
@SpringBootTest(
    classes = CensusFlow.class,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:post-enumeration;DB_CLOSE_DELAY=-1",
      "camunda.bpm.job-execution.enabled=false",
      "censusflow.sample.enabled=false"
    })
public abstract class PostEnumerationScene {

  protected static final String CENSUS = "haicang-2020";

  @Autowired protected RuntimeService runtime;
  @Autowired protected TaskService tasks;
  @Autowired protected HistoryService history;
  @Autowired protected JdbcClient jdbc;
  @Autowired private ManagementService management;
  @Autowired private IdentityService identities;

  @BeforeEach
  void setTheScene() {
    at("2020-12-14T01:00:00Z");
    jdbc.sql("update violation_case set status = 'CLOSED'").update();
  }

  /** Registers households of one person each in a block. */
  protected void register(String subdistrict, String block, int persons) {
    jdbc.sql(
            "insert into block (census_id, code, subdistrict, community_code, community_name, address_prefix)"
                + " values (?, ?, ?, ?, '样例社区', '样例路')")
        .params(CENSUS, block, subdistrict, block.substring(0, 12))
        .update();
    for (int i = 1; i <= persons; i++) {
      long number = Long.parseLong(block.substring(6)) * 100 + i;
      jdbc.sql(
              "insert into household (id, census_id, block_code, household_no, address) values (?, ?, ?, ?, '样例路')")
          .params(number, CENSUS, block, i)
          .update();
      jdbc.sql(
              "insert into person (id, census_id, household_id, source_key, current_version) values (?, ?, ?, ?, 1)")
          .params(number, CENSUS, number, Long.toString(number))
          .update();
      jdbc.sql(
              """
              insert into person_version (person_id, version, status, block_code, line_no, name, residence, form,
                     made_by, made_at)
              values (?, 1, 'REGISTERED', ?, 1, '样例', 'here', 'short', 'hc-songyu-enumerator-1', ?)
              """)
          .params(number, block, new java.sql.Timestamp(0))
          .update();
    }
  }

  /** An empty census of the district, whatever was there before. */
  protected void newCensus() {
    EmptyDataPlane.leave(jdbc);
    jdbc.sql("delete from audit_entry").update();
    jdbc.sql("insert into census (id, district, reference_time) values (?, 'haicang', ?)")
        .params(CENSUS, java.sql.Timestamp.from(Instant.parse("2020-10-31T16:00:00Z")))
        .update();
  }

  @AfterEach
  void clearTheScene() {
    ClockUtil.reset();
    identities.clearAuthentication();
    runtime
        .createProcessInstanceQuery()
        .rootProcessInstances()
        .list()
        .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "end"));
  }

  /** Starts a process as a sample account, as Tasklist does. */
  protected String start(String user, String process, Map<String, Object> form) {
    String instance = as(user, () -> runtime.startProcessInstanceByKey(process, form).getId());
    work();
    return instance;
  }

  /** Starts a process as the program itself does, for the district. */
  protected String start(String process, Map<String, Object> more) {
    Map<String, Object> variables = new HashMap<>(more);
    variables.put("district", "haicang");
    variables.put("censusId", CENSUS);
    String instance = runtime.startProcessInstanceByKey(process, CENSUS, variables).getId();
    work();
    return instance;
  }

  /** Claims and completes the one task of this kind that the account may take, a moment later. */
  protected void complete(String user, String key, Map<String, Object> form) {
    ClockUtil.setCurrentTime(Date.from(ClockUtil.getCurrentTime().toInstant().plusSeconds(1)));
    as(
        user,
        () -> {
          Task task = own(user, key);
          tasks.claim(task.getId(), user);
          tasks.complete(task.getId(), form);
          return null;
        });
    work();
  }

  protected void refused(String user, String key, Map<String, Object> form, String code) {
    as(
        user,
        () -> {
          Task task = own(user, key);
          tasks.claim(task.getId(), user);
          assertThatThrownBy(() -> tasks.complete(task.getId(), form))
              .isInstanceOf(TaskRefused.class)
              .hasMessageContaining(code);
          tasks.claim(task.getId(), null);
          return null;
        });
  }

  private Task own(String user, String key) {
    List<Task> own =
        tasks
            .createTaskQuery()
            .taskDefinitionKey(key)
            .taskCandidateGroupIn(SignedIn.groups(identities, user))
            .list();
    assertThat(own).as(key + " of " + user).isNotEmpty();
    return own.get(0);
  }

  private <T> T as(String user, Supplier<T> action) {
    return SignedIn.as(identities, user, action);
  }

  protected List<String> open() {
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

  protected boolean ended(String instance) {
    return runtime.createProcessInstanceQuery().processInstanceId(instance).count() == 0;
  }

  protected String text(String sql, Object... parameters) {
    return jdbc.sql(sql).params(parameters).query(String.class).single();
  }

  protected void at(String instant) {
    ClockUtil.setCurrentTime(Date.from(Instant.parse(instant)));
    work();
  }

  protected void days(int days) {
    Instant now = ClockUtil.getCurrentTime().toInstant();
    at(now.plus(Duration.ofDays(days)).toString());
  }

  private void work() {
    DueJobs.run(management);
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
