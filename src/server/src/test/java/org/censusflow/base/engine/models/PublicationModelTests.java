package org.censusflow.base.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.censusflow.base.process.postenumeration.PublicationProcess.*;

import java.util.Map;
import org.censusflow.base.process.postenumeration.PublicationProcess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PublicationModelTests extends ModelScene {

  @BeforeEach
  void theDatesAreGiven() {
    dated(steps);
  }

  /** The higher office replies within ten days, and the release follows five days later. */
  static void dated(PlayedSteps steps) {
    steps.notes("publicationSteps.register", "releaseKind");
    steps.does(
        "publicationSteps.recordSubmission",
        it -> it.setVariable("replyDueAt", PlayedSteps.in(10)));
    steps.does(
        "publicationSteps.recordDecision", it -> it.setVariable("releaseAt", PlayedSteps.in(5)));
    steps.does(
        "publicationSteps.confirm",
        it -> it.setVariable("faultFound", "fault".equals(it.getVariable("releaseFault"))));
  }

  @Test
  void approvedFiguresWaitForTheirMinute() {
    ModelRun run = submitted();
    run.complete(RECORD_HIGHER_DECISION, Map.of("higherDecision", "approve"));
    run.days(4);
    assertThat(steps.count("publicationSteps.release")).isZero();
    run.days(1);
    assertThat(steps.calls).endsWith("publicationSteps.release");
    run.complete(CONFIRM_RELEASE, Map.of("releaseFault", "none"));
    assertThat(run.ends()).containsExactly("EndEvent_FiguresReleased");
    assertThat(run.ended()).isTrue();
  }

  @Test
  void whatMayNotBeShownGoesBackToTheDraft() {
    ModelRun run = started();
    run.complete(DRAFT_RELEASE, figures("microdata", 9));
    assertThat(run.tasks()).containsExactly(DRAFT_RELEASE);
    assertThat(run.variable("returnReason")).asString().contains("个人");
    run.complete(DRAFT_RELEASE, figures("counts", 9));
    run.complete(CHECK_DISCLOSURE, returned("不妥"));
    assertThat(run.variable("returnReason")).isEqualTo("不妥");
    run.complete(DRAFT_RELEASE, figures("counts", 9));
    run.complete(CHECK_DISCLOSURE, Map.of("decision", "approve"));
    assertThat(run.groupsOf(APPROVE_RELEASE)).containsExactly("haicang-census-leads");
    run.complete(APPROVE_RELEASE, returned("重写"));
    assertThat(run.tasks()).containsExactly(DRAFT_RELEASE);
  }

  @Test
  void theNextHigherOfficeIsRemindedOf() {
    ModelRun run = submitted();
    run.days(11);
    assertThat(steps.count("publicationSteps.remind")).isEqualTo(1);
    assertThat(run.ends()).containsExactly("EndEvent_HigherOfficeReminded");
    assertThat(run.tasks()).containsExactly(RECORD_HIGHER_DECISION);
  }

  @Test
  void theNextHigherOfficeReturnsOrRefuses() {
    ModelRun run = submitted();
    run.complete(RECORD_HIGHER_DECISION, Map.of("higherDecision", "return"));
    assertThat(run.tasks()).containsExactly(DRAFT_RELEASE);
    toHigherOffice(run);
    run.complete(RECORD_HIGHER_DECISION, Map.of("higherDecision", "refuse"));
    assertThat(run.ends()).containsExactly("EndEvent_ReleaseRefused");
    assertThat(run.ended()).isTrue();
  }

  @Test
  void aFaultStartsACorrection() {
    ModelRun run = submitted();
    run.complete(RECORD_HIGHER_DECISION, Map.of("higherDecision", "approve"));
    run.days(5);
    run.complete(CONFIRM_RELEASE, Map.of("releaseFault", "fault"));
    assertThat(steps.calls).endsWith("publicationSteps.startCorrection");
    assertThat(run.ends()).containsExactly("EndEvent_CorrectionStarted");
  }

  private static ModelRun started() {
    return start(
        PublicationProcess.KEY,
        "haicang-2020",
        Map.of("district", "haicang", "releaseKind", "communique", "releaseTitle", "样例"));
  }

  private static ModelRun submitted() {
    ModelRun run = started();
    toHigherOffice(run);
    return run;
  }

  private static void toHigherOffice(ModelRun run) {
    run.complete(DRAFT_RELEASE, figures("counts", 9));
    run.complete(CHECK_DISCLOSURE, Map.of("decision", "approve"));
    run.complete(APPROVE_RELEASE, Map.of("decision", "approve"));
    run.complete(SUBMIT_RELEASE);
  }

  private static Map<String, Object> figures(String kind, int smallest) {
    return Map.of(
        "releaseTitle", "样例", "tableKind", kind, "areaLevel", "district", "smallestCell", smallest);
  }

  private static Map<String, Object> returned(String reason) {
    return Map.of("decision", "return", "decisionReason", reason);
  }
}
