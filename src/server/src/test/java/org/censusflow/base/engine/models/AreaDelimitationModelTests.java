package org.censusflow.base.engine.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AreaDelimitationModelTests extends ModelScene {

  @BeforeEach
  void everythingIsReady() {
    ready(steps);
  }

  /** Nothing to find fault with. */
  static void ready(StepRecorder steps) {
    steps.result("delimitationSteps.open", Map.of("subdistrictName", "嵩屿街道", "returnReason", ""));
    found(steps, 0, 0, 1);
    load(steps, 0, 0, 0.0);
  }

  private static void found(StepRecorder steps, int coverage, int outlines, int round) {
    steps.result(
        "delimitationSteps.check",
        Map.of("coverageFaults", coverage, "outlineFaults", outlines, "checkRound", round));
  }

  private static void load(StepRecorder steps, int proposals, int heavy, double lightShare) {
    steps.result(
        "delimitationSteps.measureLoad",
        Map.of("proposalCount", proposals, "heavyBlocks", heavy, "lightShare", lightShare));
  }

  static void deliver(ModelRun run) {
    run.complete("Task_DeliverAreaFiles");
    run.complete("Task_ListBuildings");
  }

  @Test
  void theSubdistrictDeliversTheMachineChecksAndTheCommunitiesListTheirBuildings() {
    ModelRun run = begin();
    assertThat(run.groupsOf("Task_DeliverAreaFiles")).containsExactly("haicang-songyu-office");
    run.complete("Task_DeliverAreaFiles");
    assertThat(run.groupsOf("Task_ListBuildings")).containsExactly("haicang-songyu-office");
    run.complete("Task_ListBuildings");
    assertThat(steps.calls)
        .containsExactly(
            "delimitationSteps.open", "delimitationSteps.check", "delimitationSteps.measureLoad");
    assertThat(run.ends())
        .containsExactly(
            "EndEvent_AreaFilesDelivered",
            "EndEvent_ListingDelivered",
            "EndEvent_SubdistrictMapped");
    assertThat(run.ended()).isTrue();
  }

  @Test
  void missingCommunitiesGoBackToTheSubdistrictHoweverOften() {
    found(steps, 1, 3, 4);
    ModelRun run = begin();
    run.complete("Task_DeliverAreaFiles");
    assertThat(run.tasks()).containsExactly("Task_DeliverAreaFiles");
  }

  @Test
  void faultsOfDrawingGoBackOnceAndThenNaturalResourcesHelps() {
    found(steps, 0, 2, 1);
    ModelRun run = begin();
    run.complete("Task_DeliverAreaFiles");
    assertThat(run.tasks()).containsExactly("Task_DeliverAreaFiles");
    found(steps, 0, 2, 2);
    run.complete("Task_DeliverAreaFiles");
    assertThat(run.groupsOf("Task_HelpDrawing")).containsExactly("haicang-natural-resources");
    found(steps, 0, 0, 3);
    run.complete("Task_HelpDrawing");
    assertThat(run.tasks()).containsExactly("Task_ListBuildings");
  }

  @Test
  void blocksOffTheNormAreSplitAndMergedWhenTheSubdistrictAgrees() {
    load(steps, 2, 1, 0.0);
    ModelRun run = begin();
    deliver(run);
    assertThat(run.groupsOf("Task_AdjustBlocks")).containsExactly("haicang-songyu-office");
    load(steps, 0, 0, 0.0);
    run.complete("Task_AdjustBlocks", Map.of("adjustDecision", "apply", "adjustReason", "按标准"));
    assertThat(steps.count("delimitationSteps.applyProposal")).isEqualTo(1);
    assertThat(steps.count("delimitationSteps.measureLoad")).isEqualTo(2);
    assertThat(run.ended()).isTrue();
  }

  @Test
  void theSubdistrictMayKeepItsBlocksWithAReason() {
    load(steps, 5, 0, 0.2);
    ModelRun run = begin();
    deliver(run);
    run.complete("Task_AdjustBlocks", Map.of("adjustDecision", "keep", "adjustReason", "山区"));
    assertThat(steps.count("delimitationSteps.applyProposal")).isZero();
    assertThat(run.ended()).isTrue();
  }

  @Test
  void whereNothingCanBeProposedNothingIsAsked() {
    load(steps, 0, 3, 0.5);
    ModelRun run = begin();
    deliver(run);
    assertThat(run.ended()).isTrue();
  }

  @Test
  void aFewLightBlocksAreLeftAlone() {
    load(steps, 1, 0, 0.1);
    ModelRun run = begin();
    deliver(run);
    assertThat(run.ended()).isTrue();
  }

  @Test
  void aLateSubdistrictIsRemindedAndThenUrgedByTheLeads() {
    ModelRun run = begin();
    run.days(21);
    assertThat(steps.count("delimitationSteps.remind")).isEqualTo(1);
    run.days(10);
    assertThat(run.groupsOf("Task_UrgeAreaFiles")).containsExactly("haicang-census-leads");
    run.complete("Task_UrgeAreaFiles", Map.of("urgeMeasure", "visit", "urgeNote", "已到场"));
    assertThat(run.ends()).containsExactly("EndEvent_AreaFilesReminded", "EndEvent_AreaFilesUrged");
    run.complete("Task_DeliverAreaFiles");
    assertThat(run.tasks()).containsExactly("Task_ListBuildings");
  }

  @Test
  void aLateListingIsUrgedAndTheUrgingWithdrawnWhenItComes() {
    ModelRun run = begin();
    run.complete("Task_DeliverAreaFiles");
    run.days(31);
    assertThat(run.tasks()).containsExactly("Task_ListBuildings", "Task_UrgeListing");
    assertThat(run.ends()).contains("EndEvent_ListingReminded");
    run.complete("Task_ListBuildings");
    assertThat(run.ended()).isTrue();
  }

  @Test
  void theLeadsRecordWhatTheyDidAboutALateListing() {
    ModelRun run = begin();
    run.complete("Task_DeliverAreaFiles");
    run.days(31);
    run.complete("Task_UrgeListing", Map.of("urgeMeasure", "notice", "urgeNote", "已通报"));
    assertThat(run.ends()).contains("EndEvent_ListingUrged");
    assertThat(run.tasks()).containsExactly("Task_ListBuildings");
  }

  private static ModelRun begin() {
    return start(
        "AreaDelimitation",
        "haicang-2020-songyu",
        Map.of("district", "haicang", "censusId", "haicang-2020", "subdistrict", "songyu"));
  }
}
