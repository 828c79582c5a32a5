package org.censusflow.base.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PreparationModelTests extends CallerScene {

  PreparationModelTests() {
    super("Preparation");
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
                .createMessageCorrelation("Message_PreparationSubmitted")
                .correlateAll());
    steps.result("censusSteps.measureGate", Map.of("gateHolds", false, "gateFigures", "方案 1/2"));
    steps.result(
        "phaseSteps.recordLate preparation", Map.of("phaseDue", "2020-10-31", "daysLate", 3));
  }

  @Test
  void everyUnitAndEverySubdistrictGetsItsProcessAndFundsRunOnTheirOwn() {
    preparation();
    assertThat(steps.calls).contains("preparationSteps.startFunding");
    assertThat(running("UnitPlan"))
        .extracting(ProcessInstance::getBusinessKey)
        .containsExactlyInAnyOrder("haicang-2020-health", "haicang-2020-education");
    assertThat(running("SubdistrictSetup"))
        .extracting(ProcessInstance::getBusinessKey)
        .containsExactlyInAnyOrder("haicang-2020-songyu", "haicang-2020-xinyang");
    assertThat(running("Publicity")).hasSize(1);
    assertThat(running("RegisterRectification")).hasSize(1);
    assertThat(running("Staffing")).isEmpty();
    assertThat(variable(running("UnitPlan").get(0), "planRequest"))
        .isEqualTo(StepRecorder.SAMPLE_TEXT);
  }

  @Test
  void staffAreSelectedWhenTheirWindowHasOpenedWhereTheOfficeStands() {
    steps.days.put("staffing-opens", 30);
    ModelRun run = preparation();
    finish(run, running("SubdistrictSetup").get(0));
    assertThat(running("Staffing")).isEmpty();
    run.days(31);
    assertThat(running("Staffing")).hasSize(1);
    assertThat(variable(running("Staffing").get(0), "staffingKind")).isEqualTo("initial");
  }

  @Test
  void whenAllIsDoneTheOfficeConfirmsTheFiguresAndSubmits() {
    ModelRun run = preparation();
    finishEverything(run);
    assertThat(run.groupsOf("Task_ConfirmPreparation")).containsExactly("haicang-census-office");
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
    assertThat(run.groupsOf("Task_DecideLate")).containsExactly("haicang-census-leads");
    decideLate(run, "submit");
    assertThat(steps.count("preparationSteps.submit")).isEqualTo(1);
    assertThat(run.ends()).containsExactly("EndEvent_SubmittedAsItIs");
    assertThat(running("UnitPlan")).hasSize(2);
    finishEverything(run);
    confirm(run);
    assertThat(run.ended()).isTrue();
  }

  @Test
  void whoKeepsUrgingIsAskedAgainUntilTheWorkIsDone() {
    ModelRun run = latePreparation();
    assertThatThrownBy(() -> decideLate(run, "perhaps")).isInstanceOf(ProcessEngineException.class);
    decideLate(run, "keep");
    assertThat(run.tasks()).doesNotContain("Task_DecideLate");
    run.days(11);
    assertThat(run.tasks()).contains("Task_DecideLate");
    assertThat(steps.count("censusSteps.measureGate")).isEqualTo(2);
    finishEverything(run);
    confirm(run);
    assertThat(run.ended()).as("the open question is withdrawn").isTrue();
  }

  private static void decideLate(ModelRun run, String decision) {
    run.complete("Task_DecideLate", Map.of("lateDecision", decision, "lateReason", "已有安排"));
  }

  private static void confirm(ModelRun run) {
    run.complete("Task_ConfirmPreparation", Map.of("figuresChecked", true));
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
    finish(run, "UnitPlan");
    finish(run, "Publicity");
    finish(run, "SubdistrictSetup");
    finish(run, "Staffing");
    finish(run, "RegisterRectification");
  }
}
