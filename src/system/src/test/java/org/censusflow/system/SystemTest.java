package org.censusflow.system;

import static org.awaitility.Awaitility.await;
import static org.censusflow.base.process.crosscheck.CrossCheckRechecksProcess.*;

import java.time.Duration;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.censusflow.CensusFlow;
import org.censusflow.DueJobs;
import org.censusflow.base.district.Districts;
import org.censusflow.base.process.crosscheck.AreaRecheckProcess;
import org.censusflow.base.process.crosscheck.CrossCheckProcess;
import org.censusflow.registration.field.FieldPhase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/**
 * The whole program with a small sample census of Haicang, on a database of its own. A context is
 * closed with its class: the engine's REST finds its engine in a static registry, so there can be
 * one at a time.
 */
@SpringBootTest(
    classes = CensusFlow.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:${random.uuid};DB_CLOSE_DELAY=-1",
      "censusflow.sample.persons=1500",
      "censusflow.sample.blocks=8",
      "censusflow.sample.directory=target/sample"
    })
@DirtiesContext
abstract class SystemTest {

  static final String CENSUS = "haicang-2020";

  /** Long for a loaded machine; what is waited for takes a few seconds. */
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(3);

  @LocalServerPort private int port;
  @Autowired private ProcessEngine engine;
  @Autowired private JdbcClient jdbc;
  @Autowired private FieldPhase registration;
  @Autowired private Districts districts;

  ProcessEngine engine() {
    return engine;
  }

  JdbcClient jdbc() {
    return jdbc;
  }

  /** The sample begins at its cross-check; who adds households needs the registration open. */
  void openRegistration() {
    registration.open(CENSUS, districts.require("haicang"));
  }

  /** Where a difference stands, as the database has it. */
  String statusOf(long difference) {
    return jdbc()
        .sql("select status from difference where id = ?")
        .param(difference)
        .query(String.class)
        .single();
  }

  String address() {
    return "http://localhost:" + port;
  }

  Rest nobody() {
    return Rest.at(address());
  }

  /** A sample account, with its published password. */
  Rest as(String user) {
    return nobody().as(user, "Census-2020");
  }

  TaskQuery tasks(String key) {
    return engine.getTaskService().createTaskQuery().taskDefinitionKey(key).orderByTaskId().asc();
  }

  String variable(Task task, String name) {
    return String.valueOf(engine.getTaskService().getVariable(task.getId(), name));
  }

  /** Runs every job that is due now, where no executor does. */
  void work() {
    DueJobs.run(engine.getManagementService());
  }

  /** Until the departments have delivered, the comparison has run and every block has its task. */
  void awaitRechecks() {
    await("rechecks")
        .atMost(LONGEST_WAIT)
        .until(
            () ->
                everCame(SIGN_HEALTH_FIGURES)
                    && everCame(SIGN_PUBLIC_SECURITY_FIGURES)
                    && blocksWithDifferences() > 0
                    && blocksWithDifferences() == blocksWithTasks() + blocksDone());
  }

  private boolean everCame(String task) {
    return engine
            .getHistoryService()
            .createHistoricTaskInstanceQuery()
            .taskDefinitionKey(task)
            .count()
        > 0;
  }

  private long blocksWithDifferences() {
    return jdbc.sql("select count(distinct block_code) from difference").query(Long.class).single();
  }

  private long blocksDone() {
    return jdbc.sql("select count(*) from area_recheck where completed_at is not null")
        .query(Long.class)
        .single();
  }

  private long blocksWithTasks() {
    return engine
        .getTaskService()
        .createTaskQuery()
        .processDefinitionKey(AreaRecheckProcess.KEY)
        .list()
        .stream()
        .map(Task::getProcessInstanceId)
        .distinct()
        .count();
  }

  /** Until a department's program has its requests to fetch. */
  void awaitRequests(String unit, int count) {
    await("requests to " + unit)
        .atMost(LONGEST_WAIT)
        .until(
            () ->
                engine
                        .getExternalTaskService()
                        .createExternalTaskQuery()
                        .topicName("records.haicang-" + unit)
                        .count()
                    == count);
  }

  void awaitSignature() {
    await("signature")
        .atMost(LONGEST_WAIT)
        .until(
            () ->
                engine
                        .getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .processDefinitionKey(CrossCheckProcess.KEY)
                        .list()
                        .stream()
                        .filter(it -> HistoricProcessInstance.STATE_COMPLETED.equals(it.getState()))
                        .count()
                    == 1);
  }

  void awaitTask(String key, String businessKey) {
    await(key)
        .atMost(LONGEST_WAIT)
        .until(() -> tasks(key).processInstanceBusinessKey(businessKey).count() == 1);
  }
}
