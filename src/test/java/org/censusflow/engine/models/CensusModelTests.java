package org.censusflow.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CensusModelTests extends ModelScene {

  @BeforeEach
  void aDistrictWhereHealthHandsOver() {
    steps.supplying.add("health");
    steps.requests.put("health", List.of());
    steps.result("censusSteps.open", Map.of("district", "haicang", "censusId", "haicang-2020"));
    steps.result("crossCheckSteps.compare", Map.of("reviewPairCount", 0));
    steps.result("crossCheckSteps.makeDifferences", Map.of("openBlockCount", 0));
    steps.result(
        "crossCheckSteps.measureAcceptance",
        Map.of(
            "missingDeliveries", 0,
            "unsignedFigures", 0,
            "returnedBlocks", 0,
            "openShare", 0.0,
            "openShareLimit", 1.0,
            "openBlockCount", 0));
    gateHolds(true);
  }

  @Test
  void theCensusRunsFromPreparationToPostEnumeration() {
    ModelRun run = census();
    prepare(run);
    assertThat(run.groupsOf("Task_DecideRegistration")).containsExactly("haicang-leading-group");
    gate(run, "open");
    run.complete("Task_CompleteShortForms");
    assertThat(run.tasks()).containsExactly("Task_CompleteLongForms", "Task_DraftReport");
    run.complete("Task_CompleteLongForms");
    run.complete("Task_DraftReport", Map.of("reportText", "比对复查报告"));
    run.complete("Task_SignReport", Map.of("decision", "approve"));
    run.complete("Task_CompletePostEnumeration");
    assertThat(run.ends()).endsWith("EndEvent_CensusCompleted");
    assertThat(run.ended()).isTrue();
  }

  @Test
  void theCrossCheckRunsUnderTheCensussBusinessKey() {
    ModelRun run = census();
    prepare(run);
    gate(run, "open");
    run.complete("Task_CompleteShortForms");
    assertThat(
            engine()
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("CrossCheck")
                .singleResult()
                .getBusinessKey())
        .isEqualTo("haicang-2020");
  }

  @Test
  void registrationDoesNotOpenOnFiguresThatDoNotHold() {
    gateHolds(false);
    ModelRun run = census();
    prepare(run);
    assertThatThrownBy(() -> gate(run, "open")).isInstanceOf(ProcessEngineException.class);
    assertThat(run.tasks()).containsExactly("Task_DecideRegistration");
  }

  @Test
  void anOverrideIsRecordedWithItsReason() {
    gateHolds(false);
    ModelRun run = census();
    prepare(run);
    gate(run, "override");
    assertThat(steps.calls).contains("censusSteps.recordOverride");
    assertThat(run.variable("gateReason")).isEqualTo("已有安排");
    assertThat(run.tasks()).containsExactly("Task_CompleteShortForms");
  }

  @Test
  void aGateThatStaysShutLeadsBackToPreparation() {
    ModelRun run = census();
    prepare(run);
    gate(run, "wait");
    assertThat(run.tasks()).containsExactly("Task_ConfirmMapping", "Task_ConfirmPreparation");
    prepare(run);
    gate(run, "open");
    assertThat(run.tasks()).containsExactly("Task_CompleteShortForms");
  }

  private static ModelRun census() {
    return start("Census", "haicang-2020", Map.of("censusYear", 2020));
  }

  private static void prepare(ModelRun run) {
    run.complete("Task_ConfirmPreparation");
    run.complete("Task_ConfirmMapping");
  }

  private static void gate(ModelRun run, String decision) {
    run.complete("Task_DecideRegistration", Map.of("gateDecision", decision, "gateReason", "已有安排"));
  }

  private static void gateHolds(boolean holds) {
    steps.result("censusSteps.measureGate", Map.of("gateHolds", holds, "gateFigures", "普查员已配齐"));
  }
}
