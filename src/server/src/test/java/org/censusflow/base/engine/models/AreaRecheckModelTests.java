package org.censusflow.base.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.censusflow.base.process.crosscheck.AreaRecheckProcess.*;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.censusflow.base.process.crosscheck.AreaRecheckProcess;
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
    assertThat(run.tasks()).containsExactly(VERIFY_BY_ENUMERATOR, VERIFY_BY_SUBDISTRICT);
    assertThat(run.groupsOf(VERIFY_BY_ENUMERATOR)).containsExactly("haicang-songyu-enumerators");
    run.complete(VERIFY_BY_ENUMERATOR);
    assertThat(run.tasks()).containsExactly(VERIFY_BY_SUBDISTRICT);
    run.complete(VERIFY_BY_SUBDISTRICT);
    assertThat(run.groupsOf(REVIEW_VERIFICATION))
        .containsExactly(
            "haicang-census-office", "haicang-songyu-office", "haicang-songyu-supervisors");
    run.complete(REVIEW_VERIFICATION);
    assertCompleted(run);
  }

  @Test
  void allFourRolesVerifyWhenEachHasDifferences() {
    ModelRun run = recheck(1, 1, 1, 1);
    assertThat(run.tasks()).hasSize(4);
    run.complete(VERIFY_BY_OFFICE);
    run.complete(VERIFY_BY_SUPERVISOR);
    run.complete(VERIFY_BY_ENUMERATOR);
    run.complete(VERIFY_BY_SUBDISTRICT);
    run.complete(REVIEW_VERIFICATION);
    assertCompleted(run);
  }

  @Test
  void whatTheReviewReturnsIsVerifiedAgainByItsVerifierOnly() {
    ModelRun run = recheck(2, 1, 0, 0);
    run.complete(VERIFY_BY_ENUMERATOR);
    run.complete(VERIFY_BY_SUPERVISOR);
    Map<String, Object> returned = new HashMap<>(counts(0, 1, 0, 0));
    returned.put("approved", false);
    steps.result("recheckSteps.reviewResult", returned);
    run.complete(REVIEW_VERIFICATION);
    assertThat(run.tasks()).containsExactly(VERIFY_BY_SUPERVISOR);
    assertThat(steps.calls).doesNotContain("recheckSteps.applyCorrections");
    reviewIs(true);
    run.complete(VERIFY_BY_SUPERVISOR);
    run.complete(REVIEW_VERIFICATION);
    assertCompleted(run);
  }

  @Test
  void lateVerifiersAreRemindedThenTheSubdistrictIsToUrgeThem() {
    ModelRun run = recheck(1, 0, 0, 0);
    run.days(7);
    assertThat(steps.count("recheckSteps.remind")).isEqualTo(1);
    assertThat(run.tasks()).containsExactly(VERIFY_BY_ENUMERATOR);
    run.days(3);
    assertThat(run.tasks()).containsExactly(URGE_RECHECK, VERIFY_BY_ENUMERATOR);
    assertThat(run.groupsOf(URGE_RECHECK)).containsExactly("haicang-songyu-office");
    run.complete(URGE_RECHECK, Map.of("urgeMeasure", "visit", "urgeNote", "已上门"));
    run.complete(VERIFY_BY_ENUMERATOR);
    run.complete(REVIEW_VERIFICATION);
    assertCompleted(run);
    assertThat(run.ends()).contains("EndEvent_VerifiersReminded", "EndEvent_RecheckUrged");
  }

  @Test
  void urgingIsWithdrawnOnceTheBlockIsDone() {
    ModelRun run = recheck(1, 0, 0, 0);
    run.days(10);
    run.complete(VERIFY_BY_ENUMERATOR);
    run.complete(REVIEW_VERIFICATION);
    assertCompleted(run);
  }

  private static ModelRun recheck(int enumerator, int supervisor, int subdistrict, int office) {
    steps.result("recheckSteps.open", counts(enumerator, supervisor, subdistrict, office));
    return start(
        AreaRecheckProcess.KEY,
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
