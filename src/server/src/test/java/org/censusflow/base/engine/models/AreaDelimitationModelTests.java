package org.censusflow.base.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.censusflow.base.process.mapping.AreaDelimitationProcess.*;

import java.util.Map;
import org.censusflow.base.process.mapping.AreaDelimitationProcess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AreaDelimitationModelTests extends ModelScene {

  @BeforeEach
  void everythingIsReady() {
    ready(steps);
  }

  /** Nothing to find fault with. */
  static void ready(PlayedSteps steps) {
    steps.result("delimitationSteps.open", Map.of("subdistrictName", "嵩屿街道", "returnReason", ""));
    found(steps, 0, 0, 1);
    load(steps, 0, 0, 0.0);
  }

  private static void found(PlayedSteps steps, int coverage, int outlines, int round) {
    steps.result(
        "delimitationSteps.check",
        Map.of("coverageFaults", coverage, "outlineFaults", outlines, "checkRound", round));
  }

  private static void load(PlayedSteps steps, int proposals, int heavy, double lightShare) {
    steps.result(
        "delimitationSteps.measureLoad",
        Map.of("proposalCount", proposals, "heavyBlocks", heavy, "lightShare", lightShare));
  }

  static void deliver(ModelRun run) {
    run.complete(DELIVER_AREA_FILES);
    run.complete(LIST_BUILDINGS);
  }

  @Test
  void theSubdistrictDeliversTheMachineChecksAndTheCommunitiesListTheirBuildings() {
    ModelRun run = begin();
    assertThat(run.groupsOf(DELIVER_AREA_FILES)).containsExactly("haicang-songyu-office");
    run.complete(DELIVER_AREA_FILES);
    assertThat(run.groupsOf(LIST_BUILDINGS)).containsExactly("haicang-songyu-office");
    run.complete(LIST_BUILDINGS);
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
    run.complete(DELIVER_AREA_FILES);
    assertThat(run.tasks()).containsExactly(DELIVER_AREA_FILES);
  }

  @Test
  void faultsOfDrawingGoBackOnceAndThenNaturalResourcesHelps() {
    found(steps, 0, 2, 1);
    ModelRun run = begin();
    run.complete(DELIVER_AREA_FILES);
    assertThat(run.tasks()).containsExactly(DELIVER_AREA_FILES);
    found(steps, 0, 2, 2);
    run.complete(DELIVER_AREA_FILES);
    assertThat(run.groupsOf(HELP_DRAWING)).containsExactly("haicang-natural-resources");
    found(steps, 0, 0, 3);
    run.complete(HELP_DRAWING);
    assertThat(run.tasks()).containsExactly(LIST_BUILDINGS);
  }

  @Test
  void blocksOffTheNormAreSplitAndMergedWhenTheSubdistrictAgrees() {
    load(steps, 2, 1, 0.0);
    ModelRun run = begin();
    deliver(run);
    assertThat(run.groupsOf(ADJUST_BLOCKS)).containsExactly("haicang-songyu-office");
    load(steps, 0, 0, 0.0);
    run.complete(ADJUST_BLOCKS, Map.of("adjustDecision", "apply", "adjustReason", "按标准"));
    assertThat(steps.count("delimitationSteps.applyProposal")).isEqualTo(1);
    assertThat(steps.count("delimitationSteps.measureLoad")).isEqualTo(2);
    assertThat(run.ended()).isTrue();
  }

  @Test
  void theSubdistrictMayKeepItsBlocksWithAReason() {
    load(steps, 5, 0, 0.2);
    ModelRun run = begin();
    deliver(run);
    run.complete(ADJUST_BLOCKS, Map.of("adjustDecision", "keep", "adjustReason", "山区"));
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
    assertThat(run.groupsOf(URGE_AREA_FILES)).containsExactly("haicang-census-leads");
    run.complete(URGE_AREA_FILES, Map.of("urgeMeasure", "visit", "urgeNote", "已到场"));
    assertThat(run.ends()).containsExactly("EndEvent_AreaFilesReminded", "EndEvent_AreaFilesUrged");
    run.complete(DELIVER_AREA_FILES);
    assertThat(run.tasks()).containsExactly(LIST_BUILDINGS);
  }

  @Test
  void aLateListingIsUrgedAndTheUrgingWithdrawnWhenItComes() {
    ModelRun run = begin();
    run.complete(DELIVER_AREA_FILES);
    run.days(31);
    assertThat(run.tasks()).containsExactly(LIST_BUILDINGS, URGE_LISTING);
    assertThat(run.ends()).contains("EndEvent_ListingReminded");
    run.complete(LIST_BUILDINGS);
    assertThat(run.ended()).isTrue();
  }

  @Test
  void theLeadsRecordWhatTheyDidAboutALateListing() {
    ModelRun run = begin();
    run.complete(DELIVER_AREA_FILES);
    run.days(31);
    run.complete(URGE_LISTING, Map.of("urgeMeasure", "notice", "urgeNote", "已通报"));
    assertThat(run.ends()).contains("EndEvent_ListingUrged");
    assertThat(run.tasks()).containsExactly(LIST_BUILDINGS);
  }

  private static ModelRun begin() {
    return start(
        AreaDelimitationProcess.KEY,
        "haicang-2020-songyu",
        Map.of("district", "haicang", "censusId", "haicang-2020", "subdistrict", "songyu"));
  }
}
