package org.censusflow.base.engine.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StaffingModelTests extends ModelScene {

  @BeforeEach
  void setTheSelection() {
    steps.returns("staffingSteps.enumeratorsFor", (it, words) -> words.contains("persons") ? 9 : 8);
    steps.returns("staffingSteps.teamSize", 5);
    steps.returns("staffingSteps.helpers", List.of("civil-affairs", "social-security"));
    steps.notes("staffingSteps.recordSupport", "unit", "offeredStaff");
    steps.returns(
        "staffingSteps.missing",
        (it, words) -> number(it, "enumeratorsNeeded") - number(it, "passedEnumerators"));
    steps.returns(
        "staffingSteps.failed",
        (it, words) -> number(it, "trainedEnumerators") - number(it, "passedEnumerators"));
    steps.returns(
        "staffingSteps.sittings", (it, words) -> (int) steps.count("staffingSteps.recordExam"));
    steps.days.put("plan-reminder", 7);
    register("initial");
    enough(true);
  }

  @Test
  void staffAreSelectedTrainedExaminedAndCertified() {
    ModelRun run = begin();
    assertThat(run.groupsOf("Task_EstimateLoad")).containsExactly("haicang-songyu-office");
    run.complete("Task_EstimateLoad", Map.of("blockCount", 10, "communityCount", 2));
    assertThat(run.variable("enumeratorsNeeded")).isEqualTo(10);
    assertThat(run.variable("supervisorsNeeded")).isEqualTo(2);
    assertThat(run.groupsOf("Task_NominateStaff")).containsExactly("haicang-songyu-office");
    nominate(run);
    assertThat(run.groupsOf("Task_ReviewSelection")).containsExactly("haicang-census-office");
    run.complete("Task_ReviewSelection", Map.of("decision", "approve"));
    exam(run, 10);
    assertThat(run.groupsOf("Task_IssueCertificates")).containsExactly("haicang-census-office");
    run.complete("Task_IssueCertificates", Map.of("certifiedEnumerators", 10));
    assertThat(steps.calls)
        .containsExactly(
            "staffingSteps.register",
            "staffingSteps.recordNomination",
            "staffingSteps.recordExam",
            "staffingSteps.recordCertificates");
    assertThat(run.ends()).containsExactly("EndEvent_StaffNominated", "EndEvent_StaffCertified");
    assertThat(run.ended()).isTrue();
  }

  @Test
  void whereTooFewAreFoundTheUnitsConcernedHelp() {
    enough(false);
    ModelRun run = selecting();
    nominate(run);
    run.completeFor("haicang-civil-affairs", "Task_SupportSelection", Map.of("offeredStaff", 3));
    assertThat(run.tasks()).containsExactly("Task_SupportSelection");
    run.completeFor("haicang-social-security", "Task_SupportSelection", Map.of("offeredStaff", 1));
    assertThat(steps.calls)
        .contains(
            "staffingSteps.recordSupport civil-affairs 3",
            "staffingSteps.recordSupport social-security 1");
    assertThat(run.ends()).contains("EndEvent_SupportRecorded");
    enough(true);
    nominate(run);
    assertThat(run.tasks()).containsExactly("Task_ReviewSelection");
  }

  @Test
  void aSelectionMayBeReturned() {
    ModelRun run = selecting();
    nominate(run);
    run.complete("Task_ReviewSelection", Map.of("decision", "return", "decisionReason", "来源不符"));
    assertThat(run.variable("returnReason")).isEqualTo("来源不符");
    assertThat(run.tasks()).containsExactly("Task_NominateStaff");
  }

  @Test
  void whoeverFailsIsTrainedAgainOnceAndThenReplaced() {
    ModelRun run = selecting();
    nominate(run);
    run.complete("Task_ReviewSelection", Map.of("decision", "approve"));
    exam(run, 8);
    assertThat(run.tasks()).containsExactly("Task_TrainStaff");
    exam(run, 9);
    assertThat(run.tasks()).containsExactly("Task_NominateStaff");
  }

  @Test
  void staffInServiceAreReplacedAfterTheirCertificatesAreWithdrawn() {
    register("replacement");
    steps.result(
        "staffingSteps.recordWithdrawal", Map.of("enumeratorsNeeded", 1, "supervisorsNeeded", 0));
    ModelRun run = begin();
    assertThat(run.groupsOf("Task_WithdrawStaff")).containsExactly("haicang-census-office");
    run.complete("Task_WithdrawStaff", Map.of("withdrawnEnumerators", 1));
    assertThat(steps.calls).endsWith("staffingSteps.recordWithdrawal");
    assertThat(run.tasks()).containsExactly("Task_NominateStaff");
  }

  @Test
  void aLateSelectionIsRemindedAndUrged() {
    ModelRun run = selecting();
    run.days(8);
    assertThat(steps.count("staffingSteps.remind")).isEqualTo(1);
    run.days(3);
    assertThat(run.groupsOf("Task_UrgeNomination")).containsExactly("haicang-census-leads");
    run.complete("Task_UrgeNomination", Map.of("urgeMeasure", "support", "urgeNote", "已支援"));
    assertThat(run.ends())
        .containsExactly("EndEvent_NominationReminded", "EndEvent_NominationUrged");
    nominate(run);
    assertThat(run.tasks()).containsExactly("Task_ReviewSelection");
  }

  private static void register(String kind) {
    steps.result(
        "staffingSteps.register",
        Map.of(
            "subdistrict", "songyu",
            "subdistrictName", "嵩屿街道",
            "staffingKind", kind,
            "workloadBasis", ""));
  }

  private static void enough(boolean enough) {
    steps.result(
        "staffingSteps.recordNomination", Map.of("staffSufficient", enough, "sourceSummary", ""));
  }

  private static void nominate(ModelRun run) {
    run.complete("Task_NominateStaff", Map.of("enumeratorsSelected", 10, "supervisorsSelected", 2));
  }

  private static void exam(ModelRun run, int passed) {
    run.complete("Task_TrainStaff", Map.of("trainedEnumerators", 10, "trainedSupervisors", 2));
    run.complete("Task_ExamineStaff", Map.of("passedEnumerators", passed, "passedSupervisors", 2));
  }

  private static ModelRun selecting() {
    ModelRun run = begin();
    run.complete("Task_EstimateLoad", Map.of("blockCount", 10, "communityCount", 2));
    return run;
  }

  private static ModelRun begin() {
    return start("Staffing", "ST-1", Map.of("district", "haicang"));
  }

  private static int number(DelegateExecution execution, String name) {
    return ((Number) execution.getVariable(name)).intValue();
  }
}
