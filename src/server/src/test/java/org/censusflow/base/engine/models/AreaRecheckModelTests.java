package org.censusflow.base.engine.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AreaRecheckModelTests extends ModelScene {

  @BeforeEach
  void setDeadlines() {
    steps.returns(
        "recheckSteps.reviewers",
        List.of("haicang-census-office", "haicang-songyu-office", "haicang-songyu-supervisors"));
    steps.days.putAll(Map.of("recheck-reminder", 6, "recheck", 9));
    reviewIs(true);
  }

  @Test
  void onlyRolesWithDifferencesVerifyAndAnotherReviews() {
    ModelRun run = recheck(2, 0, 1, 0);
    assertThat(run.tasks()).containsExactly("Task_VerifyByEnumerator", "Task_VerifyBySubdistrict");
    assertThat(run.groupsOf("Task_VerifyByEnumerator"))
        .containsExactly("haicang-songyu-enumerators");
    run.complete("Task_VerifyByEnumerator");
    assertThat(run.tasks()).containsExactly("Task_VerifyBySubdistrict");
    run.complete("Task_VerifyBySubdistrict");
    assertThat(run.groupsOf("Task_ReviewVerification"))
        .containsExactly(
            "haicang-census-office", "haicang-songyu-office", "haicang-songyu-supervisors");
    run.complete("Task_ReviewVerification");
    assertCompleted(run);
  }

  @Test
  void allFourRolesVerifyWhenEachHasDifferences() {
    ModelRun run = recheck(1, 1, 1, 1);
    assertThat(run.tasks()).hasSize(4);
    run.complete("Task_VerifyByOffice");
    run.complete("Task_VerifyBySupervisor");
    run.complete("Task_VerifyByEnumerator");
    run.complete("Task_VerifyBySubdistrict");
    run.complete("Task_ReviewVerification");
    assertCompleted(run);
  }

  @Test
  void whatTheReviewReturnsIsVerifiedAgainByItsVerifierOnly() {
    ModelRun run = recheck(2, 1, 0, 0);
    run.complete("Task_VerifyByEnumerator");
    run.complete("Task_VerifyBySupervisor");
    Map<String, Object> returned = new HashMap<>(counts(0, 1, 0, 0));
    returned.put("approved", false);
    steps.result("recheckSteps.reviewResult", returned);
    run.complete("Task_ReviewVerification");
    assertThat(run.tasks()).containsExactly("Task_VerifyBySupervisor");
    assertThat(steps.calls).doesNotContain("recheckSteps.applyCorrections");
    reviewIs(true);
    run.complete("Task_VerifyBySupervisor");
    run.complete("Task_ReviewVerification");
    assertCompleted(run);
  }

  @Test
  void lateVerifiersAreRemindedThenTheSubdistrictIsToUrgeThem() {
    ModelRun run = recheck(1, 0, 0, 0);
    run.days(7);
    assertThat(steps.count("recheckSteps.remind")).isEqualTo(1);
    assertThat(run.tasks()).containsExactly("Task_VerifyByEnumerator");
    run.days(3);
    assertThat(run.tasks()).containsExactly("Task_UrgeRecheck", "Task_VerifyByEnumerator");
    assertThat(run.groupsOf("Task_UrgeRecheck")).containsExactly("haicang-songyu-office");
    run.complete("Task_UrgeRecheck", Map.of("urgeMeasure", "visit", "urgeNote", "已上门"));
    run.complete("Task_VerifyByEnumerator");
    run.complete("Task_ReviewVerification");
    assertCompleted(run);
    assertThat(run.ends()).contains("EndEvent_VerifiersReminded", "EndEvent_RecheckUrged");
  }

  @Test
  void urgingIsWithdrawnOnceTheBlockIsDone() {
    ModelRun run = recheck(1, 0, 0, 0);
    run.days(10);
    run.complete("Task_VerifyByEnumerator");
    run.complete("Task_ReviewVerification");
    assertCompleted(run);
  }

  private static ModelRun recheck(int enumerator, int supervisor, int subdistrict, int office) {
    steps.result("recheckSteps.open", counts(enumerator, supervisor, subdistrict, office));
    return start(
        "AreaRecheck",
        "350205002001001",
        Map.of(
            "district", "haicang",
            "censusId", "haicang-2020",
            "block", "350205002001001",
            "blockLabel", "样例社区第一小区",
            "subdistrict", "songyu"));
  }

  private static Map<String, Object> counts(
      int enumerator, int supervisor, int subdistrict, int office) {
    return Map.of(
        "enumeratorCount", enumerator,
        "supervisorCount", supervisor,
        "subdistrictCount", subdistrict,
        "officeCount", office);
  }

  private static void reviewIs(boolean approved) {
    steps.result("recheckSteps.reviewResult", Map.of("approved", approved));
  }

  private static void assertCompleted(ModelRun run) {
    assertThat(steps.calls)
        .endsWith("recheckSteps.applyCorrections", "recheckSteps.reportCompletion");
    assertThat(run.tasks()).isEmpty();
    assertThat(run.ends()).endsWith("EndEvent_RecheckCompleted");
    assertThat(run.ended()).isTrue();
  }
}
