package org.censusflow.base.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.censusflow.base.process.postenumeration.DataDestructionProcess.*;
import static org.censusflow.base.process.postenumeration.RetentionProcess.*;

import java.util.Map;
import org.censusflow.base.process.postenumeration.DataDestructionProcess;
import org.censusflow.base.process.postenumeration.RetentionProcess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RetentionModelTests extends ModelScene {

  private static final Map<String, Object> AGREED = Map.of("decision", "approve");

  @BeforeEach
  void tellTheScene() {
    steps.result("retentionSteps.open", Map.of("material", "personal-data"));
    steps.result("retentionSteps.checkHold", Map.of("onHold", false));
    steps.notes("retentionSteps.recordArchive", "retentionPeriod");
    steps.does(
        "retentionSteps.recordArchive", it -> it.setVariable("destroyAfter", PlayedSteps.in(730)));
    steps.does(
        "retentionSteps.recordHold", it -> it.setVariable("holdReviewAt", PlayedSteps.in(30)));
    steps.does(
        "retentionSteps.destroyBatch",
        it ->
            it.setVariable(
                "destroyState", steps.count("retentionSteps.destroyBatch") < 2 ? "more" : "done"));
  }

  @Test
  void personalDataAreDestroyedInBatchesAfterTheirPeriod() {
    ModelRun run = archived();
    assertThat(steps.calls).contains("retentionSteps.recordArchive P2Y");
    run.days(729);
    assertThat(run.tasks()).isEmpty();
    run.days(1);
    authorise(run);
    assertThat(steps.count("retentionSteps.destroyBatch")).isEqualTo(3);
    assertThat(run.groupsOf(FILE_CERTIFICATE)).containsExactly("haicang-census-leads");
    run.complete(FILE_CERTIFICATE);
    assertThat(steps.calls).endsWith("retentionSteps.close");
    assertThat(run.ends()).containsExactly("EndEvent_PersonalDataDestroyed");
    assertThat(run.ended()).isTrue();
  }

  @Test
  void aHoldIsLookedAtAgainOnItsDay() {
    steps.result("retentionSteps.checkHold", Map.of("onHold", true));
    ModelRun run = archived();
    run.days(730);
    run.complete(REVIEW_HOLD, Map.of("holdUntil", "2023-01-01", "holdGround", "未结"));
    run.days(29);
    assertThat(run.tasks()).isEmpty();
    run.days(1);
    assertThat(run.tasks()).containsExactly(REVIEW_HOLD);
    assertThat(steps.count("retentionSteps.checkHold")).isEqualTo(2);
  }

  @Test
  void aHoldThatArisesStopsTheBatches() {
    ModelRun run = archived();
    run.days(730);
    steps.result("retentionSteps.destroyBatch", Map.of("destroyState", "hold"));
    steps.result("retentionSteps.checkHold", Map.of("onHold", true));
    authorise(run);
    assertThat(run.tasks()).containsExactly(REVIEW_HOLD);
  }

  @Test
  void whatIsNotAgreedGoesBack() {
    ModelRun run = start(RetentionProcess.KEY, "haicang-2020", Map.of("district", "haicang"));
    run.complete(HAND_OVER_ARCHIVE);
    run.complete(CONFIRM_ARCHIVE, Map.of("decision", "return", "decisionReason", "缺收据"));
    assertThat(run.tasks()).containsExactly(HAND_OVER_ARCHIVE);
    run.complete(HAND_OVER_ARCHIVE);
    run.complete(CONFIRM_ARCHIVE, AGREED);
    run.days(730);
    run.complete(APPLY_DESTRUCTION);
    run.complete(APPROVE_DESTRUCTION, Map.of("decision", "return", "decisionReason", "不全"));
    assertThat(run.tasks()).containsExactly(APPLY_DESTRUCTION);
  }

  @Test
  void aLateApplicationIsRemindedOf() {
    ModelRun run = archived();
    run.days(730);
    run.days(11);
    assertThat(steps.count("retentionSteps.remind")).isEqualTo(1);
    assertThat(run.called(DataDestructionProcess.KEY).ends())
        .containsExactly("EndEvent_DestructionReminded");
    assertThat(run.tasks()).containsExactly(APPLY_DESTRUCTION);
  }

  private static ModelRun archived() {
    ModelRun run = start(RetentionProcess.KEY, "haicang-2020", Map.of("district", "haicang"));
    run.complete(HAND_OVER_ARCHIVE);
    run.complete(CONFIRM_ARCHIVE, AGREED);
    return run;
  }

  private static void authorise(ModelRun run) {
    run.complete(APPLY_DESTRUCTION);
    run.complete(APPROVE_DESTRUCTION, AGREED);
    run.complete(CONFIRM_DESTRUCTION);
    run.complete(SUPERVISE_DESTRUCTION);
  }
}
