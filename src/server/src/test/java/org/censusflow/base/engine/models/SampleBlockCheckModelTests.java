package org.censusflow.base.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.censusflow.base.process.governance.MatterFollowUpProcess.*;
import static org.censusflow.base.process.postenumeration.SampleBlockCheckProcess.*;
import static org.censusflow.base.process.postenumeration.SampleBlockFindingsProcess.*;

import java.util.List;
import java.util.Map;
import org.censusflow.base.process.postenumeration.SampleBlockCheckProcess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SampleBlockCheckModelTests extends ModelScene {

  @BeforeEach
  void aTeamForTheBlock() {
    team(steps);
    MatterFollowUpModelTests.describe(steps);
    steps.notes("sampleBlockSteps.recordFinding", "severity");
  }

  /** A team that has five days to count the block anew. */
  static void team(PlayedSteps steps) {
    steps.result("sampleBlockSteps.open", Map.of("blockName", "样例小区"));
    steps.does(
        "sampleBlockSteps.recordTeam", it -> it.setVariable("countDueAt", PlayedSteps.in(5)));
    steps.returns("sampleBlockSteps.teamGroups", "haicang-census-office,haicang-public-security");
    steps.result("sampleBlockSteps.recordCount", Map.of("comparisonRound", 0));
    steps.does(
        "sampleBlockSteps.recordComparison",
        it -> it.setVariable("comparisonRound", (int) it.getVariable("comparisonRound") + 1));
  }

  @Test
  void aBlockThatAgreesIsDone() {
    ModelRun run = counted();
    compare(run, 0, 0, 0);
    assertThat(steps.calls).endsWith("sampleBlockSteps.agree");
    assertThat(run.ends()).containsExactly("EndEvent_BlockAgrees");
    assertThat(run.ended()).isTrue();
  }

  @Test
  void whatIsNotClearIsComparedOnceMoreAndThenAFinding() {
    ModelRun run = counted();
    compare(run, 1, 0, 1);
    assertThat(run.tasks()).containsExactly(COMPARE_COUNT);
    compare(run, 1, 0, 1);
    assertThat(run.tasks()).containsExactly(RECORD_CHECK_FINDING);
  }

  @Test
  void findingsAreFollowedToTheEnd() {
    steps.returns("sampleBlockSteps.matters", List.of("1"));
    ModelRun run = counted();
    compare(run, 0, 2, 0);
    find(run, "interference", "yes");
    find(run, "registration-quality", "no");
    assertThat(steps.calls)
        .contains("sampleBlockSteps.recordFinding serious", "sampleBlockSteps.issue");
    run.complete(REPORT_MATTER, Map.of("matterReport", "已整改"));
    run.complete(CONFIRM_MATTER, Map.of("decision", "approve"));
    assertThat(steps.calls).endsWith("sampleBlockSteps.close");
    assertThat(run.ends()).containsExactly("EndEvent_FindingsSettled");
    assertThat(run.ended()).isTrue();
  }

  @Test
  void aCountThatIsNotSignedIsDoneAgain() {
    ModelRun run = named();
    run.complete(RE_ENUMERATE);
    run.complete(COUNTERSIGN_COUNT, Map.of("decision", "return", "decisionReason", "漏户"));
    assertThat(run.tasks()).containsExactly(RE_ENUMERATE);
    assertThat(run.variable("returnReason")).isEqualTo("漏户");
  }

  @Test
  void aLateTeamIsReminded() {
    ModelRun run = named();
    assertThat(run.groupsOf(RE_ENUMERATE))
        .containsExactly("haicang-census-office", "haicang-public-security");
    run.days(6);
    assertThat(steps.count("sampleBlockSteps.remind")).isEqualTo(1);
    assertThat(run.ends()).containsExactly("EndEvent_TeamReminded");
    assertThat(run.tasks()).containsExactly(RE_ENUMERATE);
  }

  private static ModelRun named() {
    ModelRun run =
        start(
            SampleBlockCheckProcess.KEY,
            "350205001001001",
            Map.of("district", "haicang", "block", "350205001001001", "checkKey", "Q-1"));
    run.complete(NAME_TEAM);
    return run;
  }

  private static ModelRun counted() {
    ModelRun run = named();
    run.complete(RE_ENUMERATE);
    run.complete(COUNTERSIGN_COUNT, Map.of("decision", "approve"));
    return run;
  }

  private static void compare(ModelRun run, int onlyCensus, int onlyCheck, int unresolved) {
    run.complete(
        COMPARE_COUNT,
        Map.of("onlyCensus", onlyCensus, "onlyCheck", onlyCheck, "unresolvedPersons", unresolved));
  }

  private static void find(ModelRun run, String type, String further) {
    run.complete(RECORD_CHECK_FINDING, Map.of("findingType", type, "furtherFindings", further));
  }
}
