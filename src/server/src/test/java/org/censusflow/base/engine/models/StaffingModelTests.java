package org.censusflow.base.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.censusflow.base.process.preparation.StaffingProcess.*;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.censusflow.base.process.preparation.StaffingProcess;
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
    assertThat(run.groupsOf(ESTIMATE_LOAD)).containsExactly("haicang-songyu-office");
    run.complete(ESTIMATE_LOAD, Map.of("blockCount", 10, "communityCount", 2));
    assertThat(run.variable("enumeratorsNeeded")).isEqualTo(10);
    assertThat(run.variable("supervisorsNeeded")).isEqualTo(2);
    assertThat(run.groupsOf(NOMINATE_STAFF)).containsExactly("haicang-songyu-office");
    nominate(run);
    assertThat(run.groupsOf(REVIEW_SELECTION)).containsExactly("haicang-census-office");
    run.complete(REVIEW_SELECTION, Map.of("decision", "approve"));
    exam(run, 10);
    assertThat(run.groupsOf(ISSUE_CERTIFICATES)).containsExactly("haicang-census-office");
    run.complete(ISSUE_CERTIFICATES, Map.of("certifiedEnumerators", 10));
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
    run.completeFor("haicang-civil-affairs", SUPPORT_SELECTION, Map.of("offeredStaff", 3));
    assertThat(run.tasks()).containsExactly(SUPPORT_SELECTION);
    run.completeFor("haicang-social-security", SUPPORT_SELECTION, Map.of("offeredStaff", 1));
    assertThat(steps.calls)
        .contains(
            "staffingSteps.recordSupport civil-affairs 3",
            "staffingSteps.recordSupport social-security 1");
    assertThat(run.ends()).contains("EndEvent_SupportRecorded");
    enough(true);
    nominate(run);
    assertThat(run.tasks()).containsExactly(REVIEW_SELECTION);
  }

  @Test
  void aSelectionMayBeReturned() {
    ModelRun run = selecting();
    nominate(run);
    run.complete(REVIEW_SELECTION, Map.of("decision", "return", "decisionReason", "来源不符"));
    assertThat(run.variable("returnReason")).isEqualTo("来源不符");
    assertThat(run.tasks()).containsExactly(NOMINATE_STAFF);
  }

  @Test
  void whoeverFailsIsTrainedAgainOnceAndThenReplaced() {
    ModelRun run = selecting();
    nominate(run);
    run.complete(REVIEW_SELECTION, Map.of("decision", "approve"));
    exam(run, 8);
    assertThat(run.tasks()).containsExactly(TRAIN_STAFF);
    exam(run, 9);
    assertThat(run.tasks()).containsExactly(NOMINATE_STAFF);
  }

  @Test
  void staffInServiceAreReplacedAfterTheirCertificatesAreWithdrawn() {
    register("replacement");
    steps.result(
        "staffingSteps.recordWithdrawal", Map.of("enumeratorsNeeded", 1, "supervisorsNeeded", 0));
    ModelRun run = begin();
    assertThat(run.groupsOf(WITHDRAW_STAFF)).containsExactly("haicang-census-office");
    run.complete(WITHDRAW_STAFF, Map.of("withdrawnEnumerators", 1));
    assertThat(steps.calls).endsWith("staffingSteps.recordWithdrawal");
    assertThat(run.tasks()).containsExactly(NOMINATE_STAFF);
  }

  @Test
  void aLateSelectionIsRemindedAndUrged() {
    ModelRun run = selecting();
    run.days(8);
    assertThat(steps.count("staffingSteps.remind")).isEqualTo(1);
    run.days(3);
    assertThat(run.groupsOf(URGE_NOMINATION)).containsExactly("haicang-census-leads");
    run.complete(URGE_NOMINATION, Map.of("urgeMeasure", "support", "urgeNote", "已支援"));
    assertThat(run.ends())
        .containsExactly("EndEvent_NominationReminded", "EndEvent_NominationUrged");
    nominate(run);
    assertThat(run.tasks()).containsExactly(REVIEW_SELECTION);
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
    run.complete(NOMINATE_STAFF, Map.of("enumeratorsSelected", 10, "supervisorsSelected", 2));
  }

  private static void exam(ModelRun run, int passed) {
    run.complete(TRAIN_STAFF, Map.of("trainedEnumerators", 10, "trainedSupervisors", 2));
    run.complete(EXAMINE_STAFF, Map.of("passedEnumerators", passed, "passedSupervisors", 2));
  }

  private static ModelRun selecting() {
    ModelRun run = begin();
    run.complete(ESTIMATE_LOAD, Map.of("blockCount", 10, "communityCount", 2));
    return run;
  }

  private static ModelRun begin() {
    return start(StaffingProcess.KEY, "ST-1", Map.of("district", "haicang"));
  }

  private static int number(DelegateExecution execution, String name) {
    return ((Number) execution.getVariable(name)).intValue();
  }
}
