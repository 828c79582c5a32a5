package org.censusflow.base.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.censusflow.base.process.registration.SpecialPopulationProcess.*;

import java.util.List;
import java.util.Map;
import org.censusflow.base.process.registration.SpecialPopulationProcess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SpecialPopulationModelTests extends ModelScene {

  private static final Map<String, Object> ACCEPT =
      Map.of("reconciliationDecision", "accept", "reconciliationReason", "已了解原因");

  @BeforeEach
  void setDuties() {
    register(steps);
    steps.returns("specialPopulationSteps.subdistricts", List.of("songyu", "xinyang"));
    steps.returns("specialPopulationSteps.due", (it, words) -> PlayedSteps.in(10));
    steps.returns("specialPopulationSteps.reminder", (it, words) -> PlayedSteps.in(7));
    steps.returns("specialPopulationSteps.silentAt", (it, words) -> PlayedSteps.in(13));
    steps.does(
        "specialPopulationSteps.measure",
        it -> {
          Object silent = it.getVariable("silentParts");
          it.setVariable("silentSubdistricts", silent == null ? 0 : silent);
        });
    steps.result(
        "specialPopulationSteps.measure",
        Map.of("notReachedPersons", 0, "shortfall", 0, "registrationGap", 0));
    steps.result(
        "specialPopulationSteps.recordDecision", Map.of("unitSilent", false, "silentParts", 0));
    steps.result("populationReportSteps.recordUnitSilence", Map.of("unitSilent", true));
    steps.does(
        "populationReportSteps.recordSubdistrictSilence",
        it -> it.getProcessInstance().setVariable("silentParts", 1));
    steps.notes("populationReportSteps.recordRegistration", "subdistrict");
    steps.notes("populationReportSteps.recordSubdistrictSilence", "subdistrict");
    steps.returns(
        "specialPopulationSteps.duties",
        " armed-forces:H1.20a  construction:H1.07a  education:H1.11b  justice:H1.13 ");
  }

  /** A population whose responsible unit is the one that the model names. */
  static void register(PlayedSteps steps) {
    steps.result(
        "specialPopulationSteps.register", Map.of("populationName", "样例人群", "unitSilent", false));
    steps.returns(
        "specialPopulationSteps.responsible",
        (it, words) -> it.getVariable("district") + "-" + it.getVariable("responsibleUnit"));
  }

  @Test
  void theResponsibleUnitHandsOverAndTheSubdistrictsRegister() {
    ModelRun run = begin("construction-sites");
    assertThat(run.groupsOf(PREPARE_POPULATION)).containsExactly("haicang-construction");
    run.complete(PREPARE_POPULATION);
    assertThat(run.tasks()).containsExactly(REGISTER_BY_SUBDISTRICT, REGISTER_BY_SUBDISTRICT);
    register(run, "songyu");
    register(run, "xinyang");
    assertThat(run.ended()).isTrue();
    assertThat(steps.calls)
        .containsExactly(
            "specialPopulationSteps.register",
            "populationReportSteps.recordPreparation",
            "populationReportSteps.recordRegistration songyu",
            "populationReportSteps.recordRegistration xinyang",
            "specialPopulationSteps.measure",
            "specialPopulationSteps.close");
    assertThat(run.ends())
        .containsExactly(
            "EndEvent_PreparationDone",
            "EndEvent_SubdistrictReported",
            "EndEvent_SubdistrictReported",
            "EndEvent_PopulationReconciled");
  }

  @Test
  void theMilitaryReportsCountsByItsOwnChannelOnly() {
    ModelRun run = begin("armed-forces");
    assertThat(run.groupsOf(REPORT_MILITARY)).containsExactly("haicang-armed-forces");
    assertThat(run.tasks()).containsExactly(REPORT_MILITARY);
    run.complete(REPORT_MILITARY);
    assertThat(steps.calls)
        .containsExactly(
            "specialPopulationSteps.register",
            "populationReportSteps.recordMilitary",
            "specialPopulationSteps.measure",
            "specialPopulationSteps.close");
    assertThat(run.ends())
        .containsExactly("EndEvent_MilitaryDone", "EndEvent_PopulationReconciled");
  }

  @Test
  void aLateUnitIsRemindedThenUrgedAndThenItsSilenceIsOnRecord() {
    ModelRun run = begin("released-prisoners");
    run.days(8);
    assertThat(steps.count("populationReportSteps.remind")).isEqualTo(1);
    run.days(3);
    assertThat(run.groupsOf(URGE_PREPARATION)).containsExactly("haicang-census-leads");
    run.complete(URGE_PREPARATION, Map.of("urgeMeasure", "call", "urgeNote", "已联系"));
    run.days(3);
    assertThat(run.ends())
        .containsExactly(
            "EndEvent_PreparationReminded",
            "EndEvent_PreparationUrged",
            "EndEvent_PreparationSilent");
    register(run, "songyu");
    register(run, "xinyang");
    assertThat(run.tasks()).containsExactly(DECIDE_FIGURES);
    assertThat(run.groupsOf(DECIDE_FIGURES)).containsExactly("haicang-census-office");
    run.complete(DECIDE_FIGURES, ACCEPT);
    assertThat(run.ends()).endsWith("EndEvent_PopulationReconciled");
  }

  @Test
  void theUrgingIsWithdrawnWhenTheUnitReports() {
    ModelRun run = begin("boarding-schools");
    run.days(11);
    assertThat(run.tasks()).containsExactly(PREPARE_POPULATION, URGE_PREPARATION);
    run.complete(PREPARE_POPULATION);
    assertThat(run.tasks()).containsExactly(REGISTER_BY_SUBDISTRICT, REGISTER_BY_SUBDISTRICT);
  }

  @Test
  void aSilentMilitaryIsOnRecordAndTheOfficeDecides() {
    ModelRun run = begin("armed-forces");
    run.days(11);
    run.complete(URGE_MILITARY, Map.of("urgeMeasure", "call", "urgeNote", "已联系"));
    run.days(3);
    assertThat(steps.calls)
        .contains("populationReportSteps.remind", "populationReportSteps.recordUnitSilence");
    assertThat(run.ends())
        .containsExactly(
            "EndEvent_MilitaryReminded", "EndEvent_MilitaryUrged", "EndEvent_MilitarySilent");
    run.complete(
        DECIDE_FIGURES, Map.of("reconciliationDecision", "recount", "reconciliationReason", "请补报"));
    assertThat(run.tasks()).containsExactly(REPORT_MILITARY);
    run.complete(REPORT_MILITARY);
    assertThat(run.ended()).isTrue();
  }

  @Test
  void aSilentSubdistrictIsRemindedThenOnRecordAndMayBeAskedAgain() {
    ModelRun run = begin("construction-sites");
    run.complete(PREPARE_POPULATION);
    register(run, "songyu");
    run.days(14);
    assertThat(steps.calls)
        .contains(
            "populationReportSteps.remind",
            "populationReportSteps.recordSubdistrictSilence xinyang");
    assertThat(run.ends()).contains("EndEvent_RegistrationReminded", "EndEvent_SubdistrictSilent");
    run.complete(
        DECIDE_FIGURES, Map.of("reconciliationDecision", "recount", "reconciliationReason", "请补报"));
    run.complete(PREPARE_POPULATION);
    register(run, "songyu");
    register(run, "xinyang");
    assertThat(run.ended()).isTrue();
  }

  private static void register(ModelRun run, String subdistrict) {
    run.completeFor("haicang-" + subdistrict + "-office", REGISTER_BY_SUBDISTRICT, Map.of());
  }

  private static ModelRun begin(String kind) {
    return start(
        SpecialPopulationProcess.KEY,
        "haicang-2020-" + kind,
        Map.of("district", "haicang", "kind", kind));
  }
}
