package org.censusflow.base.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.censusflow.base.process.registration.RegistrationAcceptanceProcess.*;

import java.util.Map;
import org.censusflow.base.process.registration.RegistrationAcceptanceProcess;
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
    assertThat(run.groupsOf(SUBMIT_ACCEPTANCE)).containsExactly("haicang-songyu-supervisors");
    submit(run);
    assertThat(run.groupsOf(REVIEW_ACCEPTANCE)).containsExactly("haicang-songyu-office");
    run.complete(REVIEW_ACCEPTANCE, Map.of("decision", "approve"));
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
    run.complete(REVIEW_ACCEPTANCE, Map.of("decision", "return", "decisionReason", "补登两户"));
    assertThat(run.tasks()).containsExactly(SUBMIT_ACCEPTANCE);
    assertThat(run.variable("gateHolds")).isEqualTo(true);
  }

  @Test
  void whoeverReturnsNamesTheBlocksThatAreDoneAgainAndTheAcceptanceComesAfterThem() {
    steps.returns("acceptanceSteps.namedBlocks", "350205002001003 350205002001005");
    ModelRun run = begin();
    submit(run);
    run.complete(REVIEW_ACCEPTANCE, Map.of("decision", "return", "decisionReason", "漏了两栋"));
    assertThat(run.variable("redoneBlocks")).isEqualTo("350205002001003 350205002001005");
    assertThat(steps.calls)
        .containsExactly("acceptanceSteps.record", "acceptanceSteps.reopenBlocks");
    assertThat(run.ends()).containsExactly("EndEvent_BlocksReturned");
    assertThat(run.ended()).isTrue();
  }

  @Test
  void anAcceptanceIsWithdrawnWhenABoundaryChangeOpensOneOfItsBlocks() {
    ModelRun run = begin();
    run.message(ACCEPTANCE_WITHDRAWN, "haicang-2020/AREA/350205002001");
    assertThat(run.ends()).containsExactly("EndEvent_AcceptanceWithdrawn");
    assertThat(run.ended()).isTrue();
  }

  @Test
  void aLateAcceptanceIsUrgedUntilItIsDone() {
    ModelRun run = begin();
    run.days(6);
    assertThat(run.groupsOf(URGE_ACCEPTANCE)).containsExactly("haicang-census-office");
    submit(run);
    run.complete(REVIEW_ACCEPTANCE, Map.of("decision", "approve"));
    assertThat(run.ended()).isTrue();
  }

  @Test
  void whatWasDoneAboutALateAcceptanceIsOnRecord() {
    ModelRun run = begin();
    run.days(6);
    run.complete(URGE_ACCEPTANCE, Map.of("urgeMeasure", "call", "urgeNote", "已联系"));
    assertThat(run.ends()).containsExactly("EndEvent_AcceptanceUrged");
    assertThat(run.tasks()).containsExactly(SUBMIT_ACCEPTANCE);
  }

  private static void submit(ModelRun run) {
    run.complete(SUBMIT_ACCEPTANCE, Map.of("acceptanceNote", "已核对"));
  }

  private static ModelRun begin() {
    return start(
        RegistrationAcceptanceProcess.KEY,
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
