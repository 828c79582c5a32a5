package org.censusflow.base.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.censusflow.base.process.CensusProcess.*;
import static org.censusflow.base.process.preparation.PreparationProcess.*;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.censusflow.base.process.preparation.PreparationProcess;
import org.censusflow.base.process.preparation.PublicityProcess;
import org.censusflow.base.process.preparation.RegisterRectificationProcess;
import org.censusflow.base.process.preparation.StaffingProcess;
import org.censusflow.base.process.preparation.SubdistrictSetupProcess;
import org.censusflow.base.process.preparation.UnitPlanProcess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PreparationModelTests extends CallerScene {

  PreparationModelTests() {
    super(PreparationProcess.KEY);
  }

  @BeforeEach
  void figuresFallShort() {
    steps.days.put("preparation", 100);
    steps.returns("preparationSteps.unitsWithDuties", List.of("health", "education"));
    steps.returns("preparationSteps.subdistricts", List.of("songyu", "xinyang"));
    steps.does(
        "preparationSteps.submit",
        it ->
            it.getProcessEngineServices()
                .getRuntimeService()
                .createMessageCorrelation(PREPARATION_SUBMITTED)
                .correlateAll());
    steps.result("censusSteps.measureGate", Map.of("gateHolds", false, "gateFigures", "方案 1/2"));
    steps.result(
        "phaseSteps.recordLate preparation", Map.of("phaseDue", "2020-10-31", "daysLate", 3));
  }

  @Test
  void everyUnitAndEverySubdistrictGetsItsProcessAndFundsRunOnTheirOwn() {
    preparation();
    assertThat(steps.calls).contains("preparationSteps.startFunding");
    assertThat(running(UnitPlanProcess.KEY))
        .extracting(ProcessInstance::getBusinessKey)
        .containsExactlyInAnyOrder("haicang-2020-health", "haicang-2020-education");
    assertThat(running(SubdistrictSetupProcess.KEY))
        .extracting(ProcessInstance::getBusinessKey)
        .containsExactlyInAnyOrder("haicang-2020-songyu", "haicang-2020-xinyang");
    assertThat(running(PublicityProcess.KEY)).hasSize(1);
    assertThat(running(RegisterRectificationProcess.KEY)).hasSize(1);
    assertThat(running(StaffingProcess.KEY)).isEmpty();
    assertThat(variable(running(UnitPlanProcess.KEY).get(0), "planRequest"))
        .isEqualTo(PlayedSteps.SAMPLE_TEXT);
  }

  @Test
  void staffAreSelectedWhenTheirWindowHasOpenedWhereTheOfficeStands() {
    steps.days.put("staffing-opens", 30);
    ModelRun run = preparation();
    finish(run, running(SubdistrictSetupProcess.KEY).get(0));
    assertThat(running(StaffingProcess.KEY)).isEmpty();
    run.days(31);
    assertThat(running(StaffingProcess.KEY)).hasSize(1);
    assertThat(variable(running(StaffingProcess.KEY).get(0), "staffingKind")).isEqualTo("initial");
  }

  @Test
  void whenAllIsDoneTheOfficeConfirmsTheFiguresAndSubmits() {
    ModelRun run = preparation();
    finishEverything(run);
    assertThat(run.groupsOf(CONFIRM_PREPARATION)).containsExactly("haicang-census-office");
    assertThat(steps.calls).doesNotContain("preparationSteps.submit");
    confirm(run);
    assertThat(steps.count("preparationSteps.submit")).isEqualTo(1);
    assertThat(run.ends()).endsWith("EndEvent_PreparationSubmitted");
    assertThat(run.ended()).isTrue();
  }

  @Test
  void aLatePreparationIsSubmittedAsItIsWhileTheWorkGoesOn() {
    ModelRun run = latePreparation();
    assertThat(steps.calls).contains("phaseSteps.recordLate preparation");
    assertThat(run.groupsOf(DECIDE_LATE)).containsExactly("haicang-census-leads");
    decideLate(run, "submit");
    assertThat(steps.count("preparationSteps.submit")).isEqualTo(1);
    assertThat(run.ends()).containsExactly("EndEvent_SubmittedAsItIs");
    assertThat(running(UnitPlanProcess.KEY)).hasSize(2);
    finishEverything(run);
    confirm(run);
    assertThat(run.ended()).isTrue();
  }

  @Test
  void whoKeepsUrgingIsAskedAgainUntilTheWorkIsDone() {
    ModelRun run = latePreparation();
    assertThatThrownBy(() -> decideLate(run, "perhaps")).isInstanceOf(ProcessEngineException.class);
    decideLate(run, "keep");
    assertThat(run.tasks()).doesNotContain(DECIDE_LATE);
    run.days(11);
    assertThat(run.tasks()).contains(DECIDE_LATE);
    assertThat(steps.count("censusSteps.measureGate")).isEqualTo(2);
    finishEverything(run);
    confirm(run);
    assertThat(run.ended()).as("the open question is withdrawn").isTrue();
  }

  private static void decideLate(ModelRun run, String decision) {
    run.complete(DECIDE_LATE, Map.of("lateDecision", decision, "lateReason", "已有安排"));
  }

  private static void confirm(ModelRun run) {
    run.complete(CONFIRM_PREPARATION, Map.of("figuresChecked", true));
  }

  private ModelRun preparation() {
    return start("haicang-2020", Map.of("district", "haicang", "censusId", "haicang-2020"));
  }

  private ModelRun latePreparation() {
    steps.days.put("preparation", 40);
    ModelRun run = preparation();
    run.days(41);
    return run;
  }

  private void finishEverything(ModelRun run) {
    finish(run, UnitPlanProcess.KEY);
    finish(run, PublicityProcess.KEY);
    finish(run, SubdistrictSetupProcess.KEY);
    finish(run, StaffingProcess.KEY);
    finish(run, RegisterRectificationProcess.KEY);
  }
}
