package org.censusflow.base.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CensusModelTests extends CallerScene {

  CensusModelTests() {
    super("Census");
  }

  @BeforeEach
  void aDistrictWhoseFiguresHold() {
    steps.result("censusSteps.open", Map.of("district", "haicang", "censusId", "haicang-2020"));
    gateHolds(true);
  }

  @Test
  void theCensusRunsFromPreparationToPostEnumeration() {
    ModelRun run = submitted();
    assertThat(run.groupsOf("Task_DecideRegistration")).containsExactly("haicang-leading-group");
    gate(run, "open");
    assertThat(running("Registration")).hasSize(1);
    assertThat(running("CrossCheck")).isEmpty();
    run.message("Message_ShortFormsClosed", "haicang-2020");
    assertThat(running("CrossCheck")).as("beside the long forms").hasSize(1);
    finish(run, "Registration");
    finish(run, "CrossCheck");
    finish(run, "PostEnumeration");
    assertThat(run.ended()).as("the preparation goes on").isFalse();
    finish(run, "Preparation");
    assertThat(run.ended()).as("the mapping goes on").isFalse();
    finish(run, "Mapping");
    assertThat(run.ends()).endsWith("EndEvent_CensusCompleted");
    assertThat(run.ended()).isTrue();
  }

  @Test
  void thePhasesRunUnderTheCensussBusinessKeyAndAreWatched() {
    ModelRun run = submitted();
    gate(run, "open");
    assertThat(running("Preparation").get(0).getBusinessKey()).isEqualTo("haicang-2020");
    assertThat(running("Mapping").get(0).getBusinessKey()).isEqualTo("haicang-2020");
    assertThat(running("Registration").get(0).getBusinessKey()).isEqualTo("haicang-2020");
    assertThat(steps.count("phaseSteps.watch")).isEqualTo(1);
  }

  @Test
  void mappingAndRegistrationBeginWithTheirWindows() {
    steps.days.putAll(Map.of("mapping-opens", 10, "pre-listing-opens", 40));
    ModelRun run = submitted();
    gate(run, "open");
    assertThat(running("Mapping")).isEmpty();
    run.days(11);
    assertThat(running("Mapping")).hasSize(1);
    assertThat(running("Registration")).isEmpty();
    run.days(30);
    assertThat(running("Registration")).hasSize(1);
  }

  @Test
  void theGateWaitsUntilThePreparationIsSubmitted() {
    ModelRun run = census();
    assertThat(steps.calls).doesNotContain("censusSteps.measureGate");
    assertThat(run.expects("Message_PreparationSubmitted")).isTrue();
    run.message("Message_PreparationSubmitted", "haicang-2020");
    assertThat(run.tasks()).contains("Task_DecideRegistration");
  }

  @Test
  void registrationDoesNotOpenOnFiguresThatDoNotHold() {
    gateHolds(false);
    ModelRun run = submitted();
    assertThatThrownBy(() -> gate(run, "open")).isInstanceOf(ProcessEngineException.class);
    assertThat(run.tasks()).contains("Task_DecideRegistration");
  }

  @Test
  void anOverrideIsRecordedWithItsReason() {
    gateHolds(false);
    ModelRun run = submitted();
    gate(run, "override");
    assertThat(steps.calls).contains("censusSteps.recordOverride");
    assertThat(run.variable("gateReason")).isEqualTo("已有安排");
    assertThat(running("Registration")).hasSize(1);
  }

  @Test
  void aGateThatStaysShutIsMeasuredAgainWhenTheOfficeSubmitsAgain() {
    ModelRun run = submitted();
    gate(run, "wait");
    assertThat(run.groupsOf("Task_ResumePreparation")).containsExactly("haicang-census-office");
    run.complete("Task_ResumePreparation", Map.of("resumeNote", "已补齐"));
    assertThat(steps.count("censusSteps.measureGate")).isEqualTo(2);
    gate(run, "open");
    assertThat(running("Registration")).hasSize(1);
  }

  private ModelRun census() {
    return start("haicang-2020", Map.of("censusYear", 2020));
  }

  private ModelRun submitted() {
    ModelRun run = census();
    run.message("Message_PreparationSubmitted", "haicang-2020");
    return run;
  }

  private static void gate(ModelRun run, String decision) {
    run.complete("Task_DecideRegistration", Map.of("gateDecision", decision, "gateReason", "已有安排"));
  }

  private static void gateHolds(boolean holds) {
    steps.result("censusSteps.measureGate", Map.of("gateHolds", holds, "gateFigures", "普查员已配齐"));
  }
}
