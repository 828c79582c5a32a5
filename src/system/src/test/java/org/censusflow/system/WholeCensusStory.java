package org.censusflow.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.censusflow.base.process.governance.ViolationTransferProcess;
import org.censusflow.sample.WholeCensusResult;
import org.censusflow.sample.WholeCensusResult.Outcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Sample staff play a whole census, from the first plan to the last table, with moved time. */
@TestPropertySource(properties = "censusflow.autopilot=whole")
abstract class WholeCensusStory extends SystemTest {

  /** The play's violation is settled in the district, so that nothing is transferred. */
  private static final String NOT_NEEDED = ViolationTransferProcess.KEY;

  @Autowired private WholeCensusResult result;

  @AfterAll
  static void letTheClockRunAgain() {
    ClockUtil.reset();
  }

  @Test
  void theWholeCensusIsPlayedWithEveryProcessAndWithoutIncident() throws Exception {
    Outcome outcome = result.outcome().get(10, TimeUnit.MINUTES);
    assertThat(engine().getRuntimeService().createIncidentQuery().list()).isEmpty();
    assertThat(
            engine().getRepositoryService().createProcessDefinitionQuery().latestVersion().list())
        .as(outcome.table())
        .extracting(ProcessDefinition::getKey)
        .filteredOn(process -> !NOT_NEEDED.equals(process))
        .allMatch(this::hasRun);
    assertThat(outcome.complete()).as(outcome.table()).isTrue();
    assertThat(outcome.table()).contains("late", "escalated");
  }

  private boolean hasRun(String process) {
    return engine()
            .getHistoryService()
            .createHistoricProcessInstanceQuery()
            .processDefinitionKey(process)
            .count()
        > 0;
  }
}
