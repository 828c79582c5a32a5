package org.censusflow.base.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.censusflow.base.process.CensusProcess.*;

import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.censusflow.base.process.CensusProcess;
import org.censusflow.base.process.crosscheck.CrossCheckProcess;
import org.censusflow.base.process.mapping.MappingProcess;
import org.censusflow.base.process.postenumeration.PostEnumerationProcess;
import org.censusflow.base.process.preparation.PreparationProcess;
import org.censusflow.base.process.registration.RegistrationProcess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CensusModelTests extends CallerScene {

  CensusModelTests() {
    super(CensusProcess.KEY);
  }

  @BeforeEach
  void aDistrictWhoseFiguresHold() {
    steps.result("censusSteps.open", Map.of("district", "haicang", "censusId", "haicang-2020"));
    gateHolds(true);
  }

  @Test
  void theCensusRunsFromPreparationToPostEnumeration() {
    ModelRun run = submitted();
    assertThat(run.groupsOf(DECIDE_REGISTRATION)).containsExactly("haicang-leading-group");
    gate(run, "open");
    assertThat(running(RegistrationProcess.KEY)).hasSize(1);
    assertThat(running(CrossCheckProcess.KEY)).isEmpty();
    run.message(SHORT_FORMS_CLOSED, "haicang-2020");
    assertThat(running(CrossCheckProcess.KEY)).as("beside the long forms").hasSize(1);
    finish(run, RegistrationProcess.KEY);
    finish(run, CrossCheckProcess.KEY);
    finish(run, PostEnumerationProcess.KEY);
    assertThat(run.ended()).as("the preparation goes on").isFalse();
    finish(run, PreparationProcess.KEY);
    assertThat(run.ended()).as("the mapping goes on").isFalse();
    finish(run, MappingProcess.KEY);
    assertThat(run.ends()).endsWith("EndEvent_CensusCompleted");
    assertThat(run.ended()).isTrue();
  }

  @Test
  void thePhasesRunUnderTheCensussBusinessKeyAndAreWatched() {
    ModelRun run = submitted();
    gate(run, "open");
    assertThat(running(PreparationProcess.KEY).get(0).getBusinessKey()).isEqualTo("haicang-2020");
    assertThat(running(MappingProcess.KEY).get(0).getBusinessKey()).isEqualTo("haicang-2020");
    assertThat(running(RegistrationProcess.KEY).get(0).getBusinessKey()).isEqualTo("haicang-2020");
    assertThat(steps.count("phaseSteps.watch")).isEqualTo(1);
  }

  @Test
  void mappingAndRegistrationBeginWithTheirWindows() {
    steps.days.putAll(Map.of("mapping-opens", 10, "pre-listing-opens", 40));
    ModelRun run = submitted();
    gate(run, "open");
    assertThat(running(MappingProcess.KEY)).isEmpty();
    run.days(11);
    assertThat(running(MappingProcess.KEY)).hasSize(1);
    assertThat(running(RegistrationProcess.KEY)).isEmpty();
    run.days(30);
    assertThat(running(RegistrationProcess.KEY)).hasSize(1);
  }

  @Test
  void theGateWaitsUntilThePreparationIsSubmitted() {
    ModelRun run = census();
    assertThat(steps.calls).doesNotContain("censusSteps.measureGate");
    assertThat(run.expects(PREPARATION_SUBMITTED)).isTrue();
    run.message(PREPARATION_SUBMITTED, "haicang-2020");
    assertThat(run.tasks()).contains(DECIDE_REGISTRATION);
  }

  @Test
  void registrationDoesNotOpenOnFiguresThatDoNotHold() {
    gateHolds(false);
    ModelRun run = submitted();
    assertThatThrownBy(() -> gate(run, "open")).isInstanceOf(ProcessEngineException.class);
    assertThat(run.tasks()).contains(DECIDE_REGISTRATION);
  }

  @Test
  void anOverrideIsRecordedWithItsReason() {
    gateHolds(false);
    ModelRun run = submitted();
    gate(run, "override");
    assertThat(steps.calls).contains("censusSteps.recordOverride");
    assertThat(run.variable("gateReason")).isEqualTo("已有安排");
    assertThat(running(RegistrationProcess.KEY)).hasSize(1);
  }

  @Test
  void aGateThatStaysShutIsMeasuredAgainWhenTheOfficeSubmitsAgain() {
    ModelRun run = submitted();
    gate(run, "wait");
    assertThat(run.groupsOf(RESUME_PREPARATION)).containsExactly("haicang-census-office");
    run.complete(RESUME_PREPARATION, Map.of("resumeNote", "已补齐"));
    assertThat(steps.count("censusSteps.measureGate")).isEqualTo(2);
    gate(run, "open");
    assertThat(running(RegistrationProcess.KEY)).hasSize(1);
  }

  private ModelRun census() {
    return start("haicang-2020", Map.of("censusYear", 2020));
  }

  private ModelRun submitted() {
    ModelRun run = census();
    run.message(PREPARATION_SUBMITTED, "haicang-2020");
    return run;
  }

  private static void gate(ModelRun run, String decision) {
    run.complete(DECIDE_REGISTRATION, Map.of("gateDecision", decision, "gateReason", "已有安排"));
  }

  private static void gateHolds(boolean holds) {
    steps.result("censusSteps.measureGate", Map.of("gateHolds", holds, "gateFigures", "普查员已配齐"));
  }
}
