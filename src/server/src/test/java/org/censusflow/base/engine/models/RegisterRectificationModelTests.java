package org.censusflow.base.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.censusflow.base.process.preparation.RegisterRectificationProcess.*;

import java.util.List;
import java.util.Map;
import org.censusflow.base.process.preparation.RegisterRectificationProcess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegisterRectificationModelTests extends ModelScene {

  @BeforeEach
  void setDeadlines() {
    steps.returns("preparationSteps.subdistricts", List.of("songyu", "xinyang"));
    steps.result(
        "rectificationSteps.recordConfirmation",
        Map.of(
            "blocksKnown", 2,
            "blocksMissing", 0,
            "registeredPersons", 100,
            "separatedExcess", 0,
            "openPerMille", 1));
    steps.notes("rectificationSteps.remind", "subdistrict");
    steps.notes("rectificationSteps.recordAcceptance", "checkResult");
    steps.notes("rectificationSteps.recordSettlement", "subdistrict");
    steps.days.put("plan-reminder", 7);
  }

  @Test
  void publicSecurityCountsAndSettlesInEverySubdistrictAndHandsOver() {
    ModelRun run = deployed();
    accepted(run);
    accepted(run);
    assertThat(run.tasks()).containsExactly(SETTLE_REGISTER, SETTLE_REGISTER);
    run.completeOneOf(SETTLE_REGISTER);
    assertThat(steps.count("rectificationSteps.handOver")).isZero();
    run.completeOneOf(SETTLE_REGISTER);
    assertThat(run.ended()).isTrue();
    assertThat(run.ends())
        .contains(
            "EndEvent_DeploymentDone",
            "EndEvent_CountDone",
            "EndEvent_SettlementDone",
            "EndEvent_PartRectified")
        .endsWith("EndEvent_RegisterRectified");
    assertThat(steps.calls)
        .startsWith("rectificationSteps.register", "rectificationSteps.recordDeployment")
        .contains(
            "rectificationSteps.recordAcceptance accept",
            "rectificationSteps.recordSettlement songyu",
            "rectificationSteps.recordSettlement xinyang")
        .endsWith("rectificationSteps.handOver");
  }

  @Test
  void everyPartHasItsOwnPeople() {
    ModelRun run = begin();
    assertThat(run.groupsOf(DEPLOY_RECTIFICATION)).containsExactly("haicang-public-security");
    run.complete(DEPLOY_RECTIFICATION);
    run.completeOneOf(COUNT_REGISTER);
    run.completeOneOf(COUNT_REGISTER);
    confirm(run, "songyu");
    assertThat(run.groupsOf(CONFIRM_COUNTS)).containsExactly("haicang-xinyang-office");
    assertThat(run.groupsOf(ACCEPT_COUNTS)).containsExactly("haicang-census-office");
    run.complete(ACCEPT_COUNTS, Map.of("decision", "approve"));
    assertThat(run.groupsOf(SETTLE_REGISTER)).containsExactly("haicang-public-security");
  }

  @Test
  void subdistrictAndOfficeMayReturnTheCounts() {
    ModelRun run = deployed();
    run.completeOneOf(COUNT_REGISTER);
    run.complete(CONFIRM_COUNTS, Map.of("decision", "return", "decisionReason", "少报一个小区"));
    assertThat(run.tasks()).containsExactly(COUNT_REGISTER, COUNT_REGISTER);
    run.completeOneOf(COUNT_REGISTER);
    run.complete(CONFIRM_COUNTS, Map.of("decision", "approve"));
    run.complete(ACCEPT_COUNTS, Map.of("decision", "return", "decisionReason", "请核对"));
    assertThat(run.tasks()).containsExactly(COUNT_REGISTER, COUNT_REGISTER);
    assertThat(steps.count("rectificationSteps.recordAcceptance accept")).isEqualTo(1);
  }

  @Test
  void aLateDeploymentIsRemindedAndUrgedUntilItComes() {
    ModelRun run = begin();
    run.days(11);
    assertThat(steps.count("rectificationSteps.remind null")).isEqualTo(1);
    assertThat(run.groupsOf(URGE_DEPLOYMENT)).containsExactly("haicang-census-leads");
    run.complete(URGE_DEPLOYMENT, Map.of("urgeMeasure", "call", "urgeNote", "已联系"));
    assertThat(run.ends())
        .containsExactly("EndEvent_DeploymentReminded", "EndEvent_DeploymentUrged");
    run.complete(DEPLOY_RECTIFICATION);
    assertThat(run.tasks()).containsExactly(COUNT_REGISTER, COUNT_REGISTER);
  }

  @Test
  void lateCountsAreRemindedThenUrgedAndTheUrgingIsWithdrawnWhenTheyCome() {
    ModelRun run = deployed();
    run.completeOneOf(COUNT_REGISTER);
    run.days(31);
    assertThat(steps.calls).filteredOn(call -> call.contains(".remind ")).hasSize(1);
    assertThat(run.tasks()).containsExactly(CONFIRM_COUNTS, COUNT_REGISTER, URGE_COUNT);
    run.complete(COUNT_REGISTER);
    assertThat(run.tasks()).containsExactly(CONFIRM_COUNTS, CONFIRM_COUNTS);
    assertThat(run.ends()).contains("EndEvent_CountReminded");
  }

  @Test
  void anUrgingOfCountsIsRecorded() {
    ModelRun run = deployed();
    run.completeOneOf(COUNT_REGISTER);
    run.days(31);
    run.complete(URGE_COUNT, Map.of("urgeMeasure", "notice", "urgeNote", "已通报"));
    assertThat(run.ends()).contains("EndEvent_CountUrged");
  }

  @Test
  void aLateSettlementIsRemindedAndUrged() {
    ModelRun run = deployed();
    accepted(run);
    run.days(11);
    assertThat(run.tasks()).contains(URGE_SETTLEMENT, SETTLE_REGISTER);
    run.complete(URGE_SETTLEMENT, Map.of("urgeMeasure", "call", "urgeNote", "已联系"));
    assertThat(run.ends()).contains("EndEvent_SettlementReminded", "EndEvent_SettlementUrged");
    run.complete(SETTLE_REGISTER);
    assertThat(run.ends()).contains("EndEvent_PartRectified");
  }

  private static void accepted(ModelRun run) {
    run.completeOneOf(COUNT_REGISTER);
    run.complete(CONFIRM_COUNTS, Map.of("decision", "approve"));
    run.complete(ACCEPT_COUNTS, Map.of("decision", "approve"));
  }

  private static void confirm(ModelRun run, String subdistrict) {
    run.completeFor(
        "haicang-" + subdistrict + "-office", CONFIRM_COUNTS, Map.of("decision", "approve"));
  }

  private static ModelRun deployed() {
    ModelRun run = begin();
    run.complete(DEPLOY_RECTIFICATION);
    return run;
  }

  private static ModelRun begin() {
    return start(
        RegisterRectificationProcess.KEY,
        "haicang-2020",
        Map.of("district", "haicang", "rectificationRequest", "样例"));
  }
}
