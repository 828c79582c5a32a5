package org.censusflow.base.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.censusflow.base.process.governance.InspectionProcess.*;
import static org.censusflow.base.process.governance.MatterFollowUpProcess.*;

import java.util.List;
import java.util.Map;
import org.censusflow.base.process.governance.InspectionProcess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InspectionModelTests extends ModelScene {

  @BeforeEach
  void tellTheScene() {
    MatterFollowUpModelTests.describe(steps);
    steps.result(
        "inspectionSteps.register",
        Map.of(
            "inspectorGroup",
            "haicang-health,haicang-census-office",
            "findingCount",
            0,
            "findingSummary",
            ""));
    steps.does(
        "inspectionSteps.assign", it -> it.setVariable("inspectionDueAt", PlayedSteps.in(5)));
    steps.notes("inspectionSteps.recordFinding", "severity", "rectificationDeadline");
    steps.does(
        "inspectionSteps.recordFinding",
        it -> it.setVariable("findingCount", (int) it.getVariable("findingCount") + 1));
    steps.result("inspectionSteps.reopen", Map.of("findingCount", 0));
  }

  @Test
  void whatIsFoundIsPutRightAndVerifiedToTheEnd() {
    steps.returns("inspectionSteps.matters", List.of("1"));
    ModelRun run = named();
    record(run, "yes");
    find(run, "training", "yes");
    find(run, "publicity", "no");
    assertThat(steps.calls)
        .contains(
            "inspectionSteps.recordFinding serious urgent-rectification",
            "inspectionSteps.recordFinding ordinary rectification");
    run.complete(COUNTERSIGN_INSPECTION, Map.of("decision", "approve"));
    assertThat(run.groupsOf(REPORT_MATTER)).containsExactly("haicang-songyu-office");
    run.complete(REPORT_MATTER, Map.of("matterReport", "已整改"));
    run.complete(CONFIRM_MATTER, Map.of("decision", "approve"));
    assertThat(steps.calls).endsWith("inspectionSteps.close");
    assertThat(run.ends()).endsWith("EndEvent_FindingsRectified");
    assertThat(run.ended()).isTrue();
  }

  @Test
  void aUnitGoesAloneOrTogetherWithTheOffice() {
    ModelRun run = named();
    assertThat(run.groupsOf(RECORD_INSPECTION))
        .containsExactly("haicang-census-office", "haicang-health");
    assertThat(run.task(RECORD_INSPECTION).getDueDate()).isEqualTo(PlayedSteps.in(5));
  }

  @Test
  void anInspectionMayFindNothing() {
    ModelRun run = named();
    record(run, "no");
    run.complete(COUNTERSIGN_INSPECTION, Map.of("decision", "approve"));
    assertThat(steps.calls).endsWith("inspectionSteps.conclude");
    assertThat(run.ends()).containsExactly("EndEvent_NothingFound");
    assertThat(run.ended()).isTrue();
  }

  @Test
  void aRecordThatGoesBackIsWrittenAnew() {
    ModelRun run = named();
    record(run, "yes");
    find(run, "funds", "no");
    run.complete(COUNTERSIGN_INSPECTION, Map.of("decision", "return", "decisionReason", "不实"));
    assertThat(steps.calls).endsWith("inspectionSteps.reopen");
    assertThat(run.tasks()).containsExactly(RECORD_INSPECTION);
    assertThat(run.variable("returnReason")).isEqualTo("不实");
  }

  @Test
  void inspectorsWhoAreLateAreReminded() {
    ModelRun run = named();
    run.days(6);
    assertThat(steps.count("inspectionSteps.remind")).isEqualTo(1);
    assertThat(run.ends()).containsExactly("EndEvent_InspectorsReminded");
    assertThat(run.tasks()).containsExactly(RECORD_INSPECTION);
  }

  private static ModelRun named() {
    ModelRun run =
        start(
            InspectionProcess.KEY,
            "I-1",
            Map.of("district", "haicang", "inspectionKind", "guidance", "inspectionTitle", "样例"));
    run.complete(NAME_INSPECTORS, Map.of("subdistrict", "songyu"));
    return run;
  }

  private static void record(ModelRun run, String findings) {
    run.complete(RECORD_INSPECTION, Map.of("inspectionRecord", "记录", "findingsMade", findings));
  }

  private static void find(ModelRun run, String type, String further) {
    run.complete(RECORD_FINDING, Map.of("findingType", type, "furtherFindings", further));
  }
}
