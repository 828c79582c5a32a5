package org.censusflow.base.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.censusflow.base.process.crosscheck.ClericalReviewProcess.*;
import static org.censusflow.base.process.crosscheck.CrossCheckRechecksProcess.*;
import static org.censusflow.base.process.crosscheck.CrossCheckReportProcess.*;
import static org.censusflow.base.process.crosscheck.RecordRequestProcess.*;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.censusflow.base.process.crosscheck.CrossCheckProcess;
import org.censusflow.base.process.crosscheck.CrossCheckRechecksProcess;
import org.censusflow.base.process.crosscheck.CrossCheckReportProcess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CrossCheckModelTests extends ModelScene {

  private static final Map<String, List<String>> REQUESTS = new HashMap<>();

  @BeforeEach
  void aDistrictWhereHealthComparesAndTaxHandsOver() {
    steps.days.putAll(Map.of("recheck", 9, "phase", 20, "request", 60, "request-reminder", 60));
    REQUESTS.clear();
    supplying("health", "tax");
    comparing("health");
    requests("health", "R-births", "R-deaths");
    requests("tax", "R-insured");
    RecordRequestModelTests.due(steps);
    steps.result(
        "recordRequests.describe",
        Map.of("unit", "health", "supply", "births", "channel", "rest", "title", "出生登记"));
    steps.result("recordRequests.check", Map.of("deliveryAccepted", true));
    doubtfulPairs(0);
    openBlocks(3);
    acceptance(0, 0, 0, 0.0);
  }

  @Test
  void onlyUnitsThatSupplyAreAskedAndEveryRecordTypeIsWaitedFor() {
    ModelRun run = crossCheck();
    assertThat(steps.calls)
        .contains("recordRequests.dispatch health", "recordRequests.dispatch tax")
        .doesNotContain("recordRequests.dispatch education");
    run.message(RECORDS_DELIVERED, "R-births");
    run.message(RECORDS_DELIVERED, "R-insured");
    assertThat(steps.calls).doesNotContain("crossCheckSteps.compare");
    run.message(RECORDS_DELIVERED, "R-deaths");
    assertThat(steps.calls).contains("crossCheckSteps.compare", "crossCheckSteps.startRechecks");
    assertThat(run.tasks()).containsExactly(SIGN_HEALTH_FIGURES);
  }

  @Test
  void everyUnitThatOwesRecordsIsAskedAndEveryOneThatComparesSigns() {
    List<String> units =
        List.of(
            "public-security", "health", "education", "tax", "social-security", "civil-affairs");
    supplying(units.toArray(String[]::new));
    comparing("health", "public-security");
    units.forEach(unit -> requests(unit, "R-" + unit));
    ModelRun run = crossCheck();
    for (String unit : units) {
      assertThat(steps.calls).contains("recordRequests.dispatch " + unit);
      run.message(RECORDS_DELIVERED, "R-" + unit);
    }
    assertThat(run.tasks()).containsExactly(SIGN_HEALTH_FIGURES, SIGN_PUBLIC_SECURITY_FIGURES);
  }

  @Test
  void doubtfulPairsAreJudgedBatchByBatchBeforeDifferencesAreMade() {
    doubtfulPairs(70);
    steps.returns("clericalSteps.batches", List.of("b1", "b2"));
    steps.notes("clericalSteps.conclude", "reviewBatch");
    steps.result("clericalSteps.compareAnswers", Map.of("disputedCount", 0));
    ModelRun run = delivered();
    assertThat(run.tasks()).containsExactly(JUDGE_FIRST, JUDGE_FIRST, JUDGE_SECOND, JUDGE_SECOND);
    for (String task : run.tasks()) {
      assertThat(steps.calls).doesNotContain("crossCheckSteps.makeDifferences");
      run.completeOneOf(task);
    }
    assertThat(steps.calls)
        .contains("clericalSteps.conclude b1", "clericalSteps.conclude b2")
        .containsSubsequence(
            "crossCheckSteps.compare",
            "crossCheckSteps.applyVerdicts",
            "crossCheckSteps.makeDifferences");
  }

  @Test
  void withoutADoubtfulPairNobodyJudges() {
    delivered();
    assertThat(steps.calls)
        .contains("crossCheckSteps.makeDifferences")
        .doesNotContain("clericalSteps.open", "crossCheckSteps.applyVerdicts");
  }

  @Test
  void signedFiguresAndCompletedRechecksLeadToASignedReport() {
    ModelRun run = delivered();
    signFigures(run, "signed");
    run.message(RECHECKS_COMPLETED, "haicang-2020");
    assertThat(rechecks(run).variable("accepted")).isEqualTo(true);
    assertThat(rechecks(run).variable("acceptanceReason")).isEqualTo("各项指标达到验收标准");
    report(run);
    assertSigned(run);
  }

  @Test
  void aCheckWithoutDifferencesNeedsNoRecheck() {
    openBlocks(0);
    ModelRun run = delivered();
    assertThat(steps.calls).doesNotContain("crossCheckSteps.startRechecks");
    signFigures(run, "signed");
    report(run);
    assertSigned(run);
  }

  @Test
  void whenNothingIsToBeDoneTheCheckGoesStraightToAcceptance() {
    openBlocks(0);
    comparing();
    ModelRun run = delivered();
    assertThat(run.tasks()).containsExactly(DRAFT_REPORT);
  }

  @Test
  void lateBlocksAreRemindedThenTheLeadIsToUrgeUntilTheyAreDone() {
    ModelRun run = delivered();
    signFigures(run, "signed");
    run.days(10);
    assertThat(steps.count("crossCheckSteps.remindRechecks")).isEqualTo(1);
    run.days(11);
    assertThat(run.groupsOf(URGE_RECHECKS)).containsExactly("haicang-census-leads");
    run.message(RECHECKS_COMPLETED, "haicang-2020");
    assertThat(run.tasks()).containsExactly(DRAFT_REPORT);
  }

  @Test
  void theLeadsUrgingIsKeptOnRecord() {
    ModelRun run = delivered();
    run.days(21);
    run.complete(URGE_RECHECKS, Map.of("urgeMeasure", "meeting", "urgeNote", "已调度"));
    assertThat(rechecks(run).ends())
        .contains("EndEvent_RechecksUrged", "EndEvent_SubdistrictsReminded");
    assertThat(run.expects(RECHECKS_COMPLETED)).isTrue();
  }

  @Test
  void aFailedAcceptanceSendsOpenBlocksAndUnsignedFiguresBack() {
    ModelRun run = delivered();
    signFigures(run, "disputed");
    acceptance(0, 1, 1, 0.0);
    run.message(RECHECKS_COMPLETED, "haicang-2020");
    assertThat(rechecks(run).variable("acceptanceReason")).isEqualTo("有部门未签认比对数字");
    shortfall(run, "recheck");
    assertThat(steps.count("crossCheckSteps.startRechecks")).isEqualTo(2);
    assertThat(run.tasks()).containsExactly(SIGN_HEALTH_FIGURES);
    acceptance(0, 0, 0, 0.0);
    signFigures(run, "signed");
    run.message(RECHECKS_COMPLETED, "haicang-2020");
    report(run);
    assertSigned(run);
  }

  @Test
  void aLeadMayLetAShortfallPassForAReason() {
    acceptance(1, 0, 0, 0.0);
    ModelRun run = delivered();
    signFigures(run, "signed");
    run.message(RECHECKS_COMPLETED, "haicang-2020");
    assertThat(run.groupsOf(DECIDE_SHORTFALL)).containsExactly("haicang-census-leads");
    shortfall(run, "override");
    assertThat(steps.calls).contains("crossCheckSteps.recordOverride");
    assertThat(rechecks(run).variable("shortfallReason")).isEqualTo("已补充核对");
    report(run);
    assertSigned(run);
  }

  @Test
  void aReturnedReportIsDraftedAgain() {
    ModelRun run = delivered();
    signFigures(run, "signed");
    run.message(RECHECKS_COMPLETED, "haicang-2020");
    run.complete(DRAFT_REPORT, Map.of("reportText", "初稿"));
    run.complete(SIGN_REPORT, Map.of("decision", "return", "decisionReason", "补充数字"));
    assertThat(run.called(CrossCheckReportProcess.KEY).variable("returnReason")).isEqualTo("补充数字");
    report(run);
    assertSigned(run);
  }

  private static void supplying(String... units) {
    steps.returns("districtUnits.supplies", (it, words) -> List.of(units).containsAll(words));
  }

  private static void comparing(String... units) {
    steps.returns("districtUnits.compares", (it, words) -> List.of(units).containsAll(words));
  }

  private static void requests(String unit, String... ids) {
    REQUESTS.put(unit, List.of(ids));
    steps.returns(
        "recordRequests.idsOf", (it, words) -> REQUESTS.getOrDefault(words.get(0), List.of()));
  }

  private static ModelRun rechecks(ModelRun run) {
    return run.called(CrossCheckRechecksProcess.KEY);
  }

  private static ModelRun crossCheck() {
    return start(
        CrossCheckProcess.KEY,
        "haicang-2020",
        Map.of("district", "haicang", "censusId", "haicang-2020"));
  }

  private static ModelRun delivered() {
    ModelRun run = crossCheck();
    List.of("R-births", "R-deaths", "R-insured")
        .forEach(request -> run.message(RECORDS_DELIVERED, request));
    return run;
  }

  private static void signFigures(ModelRun run, String decision) {
    assertThat(run.groupsOf(SIGN_HEALTH_FIGURES)).containsExactly("haicang-health");
    run.complete(SIGN_HEALTH_FIGURES, Map.of("figuresDecision", decision));
    assertThat(rechecks(run).variable("healthFigures")).isEqualTo(decision);
  }

  private static void shortfall(ModelRun run, String decision) {
    run.complete(
        DECIDE_SHORTFALL, Map.of("shortfallDecision", decision, "shortfallReason", "已补充核对"));
  }

  private static void report(ModelRun run) {
    run.complete(DRAFT_REPORT, Map.of("reportText", "比对复查报告"));
    run.complete(SIGN_REPORT, Map.of("decision", "approve"));
  }

  private static void doubtfulPairs(int count) {
    steps.result("crossCheckSteps.compare", Map.of("reviewPairCount", count));
  }

  private static void openBlocks(int count) {
    steps.result("crossCheckSteps.makeDifferences", Map.of("openBlockCount", count));
  }

  private static void acceptance(int missing, int unsigned, int returned, double open) {
    Map<String, Object> figures = new HashMap<>();
    figures.put("missingDeliveries", missing);
    figures.put("unsignedFigures", unsigned);
    figures.put("returnedBlocks", returned);
    figures.put("openShare", open);
    figures.put("openShareLimit", 1.0);
    figures.put("openBlockCount", returned);
    steps.result("crossCheckSteps.measureAcceptance", figures);
  }

  private static void assertSigned(ModelRun run) {
    assertThat(run.ends()).endsWith("EndEvent_CrossCheckSigned");
    assertThat(run.ended()).isTrue();
  }
}
