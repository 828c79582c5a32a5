package org.censusflow.base.engine.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegistrationAcceptanceModelTests extends ModelScene {

  @BeforeEach
  void tellTheScene() {
    steps.days.put("overdue", 5);
    steps.returns("acceptanceSteps.owners", "haicang-songyu-supervisors");
    steps.returns("acceptanceSteps.reviewers", "haicang-songyu-office");
    steps.returns("acceptanceSteps.escalatedTo", "haicang-census-office");
    steps.returns("acceptanceSteps.returnedBecause", "");
    steps.returns("acceptanceSteps.namedBlocks", "");
    steps.returns("acceptanceSteps.errorLimit", 0.02);
    steps.returns("acceptanceSteps.proxyLimit", 0.05);
    steps.returns("acceptanceSteps.identityShare", 1.0);
    steps.returns("acceptanceSteps.identityLimit", 0.97);
  }

  @Test
  void anOwnerSubmitsAndTheLevelAboveAccepts() {
    ModelRun run = begin();
    assertThat(run.groupsOf("Task_SubmitAcceptance")).containsExactly("haicang-songyu-supervisors");
    submit(run);
    assertThat(run.groupsOf("Task_ReviewAcceptance")).containsExactly("haicang-songyu-office");
    run.complete("Task_ReviewAcceptance", Map.of("decision", "approve"));
    assertThat(steps.calls).containsExactly("acceptanceSteps.record");
    assertThat(run.ends()).containsExactly("EndEvent_RegistrationAccepted");
    assertThat(run.ended()).isTrue();
  }

  @Test
  void whatIsReturnedIsMeasuredAnewWhenItIsPutRight() {
    steps.returns("acceptanceSteps.openHouseholds", 2);
    ModelRun run = begin();
    assertThat(run.variable("gateReason")).isEqualTo("有住户没有登记或结案");
    submit(run);
    steps.returns("acceptanceSteps.openHouseholds", 0);
    run.complete("Task_ReviewAcceptance", Map.of("decision", "return", "decisionReason", "补登两户"));
    assertThat(run.tasks()).containsExactly("Task_SubmitAcceptance");
    assertThat(run.variable("gateHolds")).isEqualTo(true);
  }

  @Test
  void whoeverReturnsNamesTheBlocksThatAreDoneAgainAndTheAcceptanceComesAfterThem() {
    steps.returns("acceptanceSteps.namedBlocks", "350205002001003 350205002001005");
    ModelRun run = begin();
    submit(run);
    run.complete("Task_ReviewAcceptance", Map.of("decision", "return", "decisionReason", "漏了两栋"));
    assertThat(run.variable("redoneBlocks")).isEqualTo("350205002001003 350205002001005");
    assertThat(steps.calls)
        .containsExactly("acceptanceSteps.record", "acceptanceSteps.reopenBlocks");
    assertThat(run.ends()).containsExactly("EndEvent_BlocksReturned");
    assertThat(run.ended()).isTrue();
  }

  @Test
  void anAcceptanceIsWithdrawnWhenABoundaryChangeOpensOneOfItsBlocks() {
    ModelRun run = begin();
    run.message("Message_AcceptanceWithdrawn", "haicang-2020/AREA/350205002001");
    assertThat(run.ends()).containsExactly("EndEvent_AcceptanceWithdrawn");
    assertThat(run.ended()).isTrue();
  }

  @Test
  void aLateAcceptanceIsUrgedUntilItIsDone() {
    ModelRun run = begin();
    run.days(6);
    assertThat(run.groupsOf("Task_UrgeAcceptance")).containsExactly("haicang-census-office");
    submit(run);
    run.complete("Task_ReviewAcceptance", Map.of("decision", "approve"));
    assertThat(run.ended()).isTrue();
  }

  @Test
  void whatWasDoneAboutALateAcceptanceIsOnRecord() {
    ModelRun run = begin();
    run.days(6);
    run.complete("Task_UrgeAcceptance", Map.of("urgeMeasure", "call", "urgeNote", "已联系"));
    assertThat(run.ends()).containsExactly("EndEvent_AcceptanceUrged");
    assertThat(run.tasks()).containsExactly("Task_SubmitAcceptance");
  }

  private static void submit(ModelRun run) {
    run.complete("Task_SubmitAcceptance", Map.of("acceptanceNote", "已核对"));
  }

  private static ModelRun begin() {
    return start(
        "RegistrationAcceptance",
        "haicang-2020/AREA/350205002001",
        Map.of(
            "district", "haicang",
            "censusId", "haicang-2020",
            "level", "AREA",
            "unitCode", "350205002001",
            "subdistrict", "songyu",
            "taskSubject", "普查区 样例社区"));
  }
}
