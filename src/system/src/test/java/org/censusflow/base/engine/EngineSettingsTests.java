package org.censusflow.base.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.censusflow.CensusFlow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/** What the program sets for the engine so that thousands of instances can end. */
@SpringBootTest(
    classes = CensusFlow.class,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:engine-settings;DB_CLOSE_DELAY=-1",
      "camunda.bpm.job-execution.enabled=false",
      "censusflow.sample.enabled=false"
    })
@DirtiesContext
class EngineSettingsTests {

  @Autowired private RepositoryService repository;
  @Autowired private RuntimeService runtime;
  @Autowired private HistoryService history;
  @Autowired private ManagementService management;
  @Autowired private JdbcClient jdbc;

  @AfterEach
  void goBack() {
    ClockUtil.reset();
  }

  @Test
  void subtasksAreFoundByAnIndex() {
    assertThat(
            jdbc.sql(
                    "select table_name from information_schema.indexes"
                        + " where index_name = 'CENSUS_TASK_OF_PARENT'")
                .query(String.class)
                .single())
        .isEqualTo("ACT_RU_TASK");
  }

  @Test
  void historyGoesWhenItsTimeHasPassedSinceTheEnd() {
    repository
        .createDeployment()
        .addModelInstance(
            "short.bpmn",
            Bpmn.createExecutableProcess("Short")
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .userTask()
                .endEvent()
                .done())
        .deploy();
    String open = start();
    String ended = start();
    runtime.deleteProcessInstance(ended, "over");

    cleanUp();
    assertThat(kept(ended)).isTrue();
    Date later = Date.from(ClockUtil.getCurrentTime().toInstant().plus(Duration.ofDays(2)));
    ClockUtil.setCurrentTime(later);
    cleanUp();
    assertThat(kept(ended)).isFalse();
    assertThat(kept(open)).isTrue();
  }

  private String start() {
    return runtime.startProcessInstanceByKey("Short", Map.of("district", "haicang")).getId();
  }

  private void cleanUp() {
    history.cleanUpHistoryAsync(true);
    history.findHistoryCleanupJobs().forEach(job -> management.executeJob(job.getId()));
  }

  private boolean kept(String instance) {
    return history.createHistoricProcessInstanceQuery().processInstanceId(instance).count() == 1;
  }
}
