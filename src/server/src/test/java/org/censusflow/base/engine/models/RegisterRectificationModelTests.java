package org.censusflow.base.engine.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
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
    assertThat(run.tasks()).containsExactly("Task_SettleRegister", "Task_SettleRegister");
    run.completeOneOf("Task_SettleRegister");
    assertThat(steps.count("rectificationSteps.handOver")).isZero();
    run.completeOneOf("Task_SettleRegister");
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
    assertThat(run.groupsOf("Task_DeployRectification")).containsExactly("haicang-public-security");
    run.complete("Task_DeployRectification");
    run.completeOneOf("Task_CountRegister");
    run.completeOneOf("Task_CountRegister");
    confirm(run, "songyu");
    assertThat(run.groupsOf("Task_ConfirmCounts")).containsExactly("haicang-xinyang-office");
    assertThat(run.groupsOf("Task_AcceptCounts")).containsExactly("haicang-census-office");
    run.complete("Task_AcceptCounts", Map.of("decision", "approve"));
    assertThat(run.groupsOf("Task_SettleRegister")).containsExactly("haicang-public-security");
  }

  @Test
  void subdistrictAndOfficeMayReturnTheCounts() {
    ModelRun run = deployed();
    run.completeOneOf("Task_CountRegister");
    run.complete("Task_ConfirmCounts", Map.of("decision", "return", "decisionReason", "少报一个小区"));
    assertThat(run.tasks()).containsExactly("Task_CountRegister", "Task_CountRegister");
    run.completeOneOf("Task_CountRegister");
    run.complete("Task_ConfirmCounts", Map.of("decision", "approve"));
    run.complete("Task_AcceptCounts", Map.of("decision", "return", "decisionReason", "请核对"));
    assertThat(run.tasks()).containsExactly("Task_CountRegister", "Task_CountRegister");
    assertThat(steps.count("rectificationSteps.recordAcceptance accept")).isEqualTo(1);
  }

  @Test
  void aLateDeploymentIsRemindedAndUrgedUntilItComes() {
    ModelRun run = begin();
    run.days(11);
    assertThat(steps.count("rectificationSteps.remind null")).isEqualTo(1);
    assertThat(run.groupsOf("Task_UrgeDeployment")).containsExactly("haicang-census-leads");
    run.complete("Task_UrgeDeployment", Map.of("urgeMeasure", "call", "urgeNote", "已联系"));
    assertThat(run.ends())
        .containsExactly("EndEvent_DeploymentReminded", "EndEvent_DeploymentUrged");
    run.complete("Task_DeployRectification");
    assertThat(run.tasks()).containsExactly("Task_CountRegister", "Task_CountRegister");
  }

  @Test
  void lateCountsAreRemindedThenUrgedAndTheUrgingIsWithdrawnWhenTheyCome() {
    ModelRun run = deployed();
    run.completeOneOf("Task_CountRegister");
    run.days(31);
    assertThat(steps.calls).filteredOn(call -> call.contains(".remind ")).hasSize(1);
    assertThat(run.tasks())
        .containsExactly("Task_ConfirmCounts", "Task_CountRegister", "Task_UrgeCount");
    run.complete("Task_CountRegister");
    assertThat(run.tasks()).containsExactly("Task_ConfirmCounts", "Task_ConfirmCounts");
    assertThat(run.ends()).contains("EndEvent_CountReminded");
  }

  @Test
  void anUrgingOfCountsIsRecorded() {
    ModelRun run = deployed();
    run.completeOneOf("Task_CountRegister");
    run.days(31);
    run.complete("Task_UrgeCount", Map.of("urgeMeasure", "notice", "urgeNote", "已通报"));
    assertThat(run.ends()).contains("EndEvent_CountUrged");
  }

  @Test
  void aLateSettlementIsRemindedAndUrged() {
    ModelRun run = deployed();
    accepted(run);
    run.days(11);
    assertThat(run.tasks()).contains("Task_UrgeSettlement", "Task_SettleRegister");
    run.complete("Task_UrgeSettlement", Map.of("urgeMeasure", "call", "urgeNote", "已联系"));
    assertThat(run.ends()).contains("EndEvent_SettlementReminded", "EndEvent_SettlementUrged");
    run.complete("Task_SettleRegister");
    assertThat(run.ends()).contains("EndEvent_PartRectified");
  }

  private static void accepted(ModelRun run) {
    run.completeOneOf("Task_CountRegister");
    run.complete("Task_ConfirmCounts", Map.of("decision", "approve"));
    run.complete("Task_AcceptCounts", Map.of("decision", "approve"));
  }

  private static void confirm(ModelRun run, String subdistrict) {
    run.completeFor(
        "haicang-" + subdistrict + "-office", "Task_ConfirmCounts", Map.of("decision", "approve"));
  }

  private static ModelRun deployed() {
    ModelRun run = begin();
    run.complete("Task_DeployRectification");
    return run;
  }

  private static ModelRun begin() {
    return start(
        "RegisterRectification",
        "haicang-2020",
        Map.of("district", "haicang", "rectificationRequest", "样例"));
  }
}
