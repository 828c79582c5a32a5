package org.censusflow.base.engine.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
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
        "retentionSteps.recordArchive", it -> it.setVariable("destroyAfter", StepRecorder.in(730)));
    steps.does(
        "retentionSteps.recordHold", it -> it.setVariable("holdReviewAt", StepRecorder.in(30)));
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
    assertThat(run.groupsOf("Task_FileCertificate")).containsExactly("haicang-census-leads");
    run.complete("Task_FileCertificate");
    assertThat(steps.calls).endsWith("retentionSteps.close");
    assertThat(run.ends()).containsExactly("EndEvent_PersonalDataDestroyed");
    assertThat(run.ended()).isTrue();
  }

  @Test
  void aHoldIsLookedAtAgainOnItsDay() {
    steps.result("retentionSteps.checkHold", Map.of("onHold", true));
    ModelRun run = archived();
    run.days(730);
    run.complete("Task_ReviewHold", Map.of("holdUntil", "2023-01-01", "holdGround", "未结"));
    run.days(29);
    assertThat(run.tasks()).isEmpty();
    run.days(1);
    assertThat(run.tasks()).containsExactly("Task_ReviewHold");
    assertThat(steps.count("retentionSteps.checkHold")).isEqualTo(2);
  }

  @Test
  void aHoldThatArisesStopsTheBatches() {
    ModelRun run = archived();
    run.days(730);
    steps.result("retentionSteps.destroyBatch", Map.of("destroyState", "hold"));
    steps.result("retentionSteps.checkHold", Map.of("onHold", true));
    authorise(run);
    assertThat(run.tasks()).containsExactly("Task_ReviewHold");
  }

  @Test
  void whatIsNotAgreedGoesBack() {
    ModelRun run = start("Retention", "haicang-2020", Map.of("district", "haicang"));
    run.complete("Task_HandOverArchive");
    run.complete("Task_ConfirmArchive", Map.of("decision", "return", "decisionReason", "缺收据"));
    assertThat(run.tasks()).containsExactly("Task_HandOverArchive");
    run.complete("Task_HandOverArchive");
    run.complete("Task_ConfirmArchive", AGREED);
    run.days(730);
    run.complete("Task_ApplyDestruction");
    run.complete("Task_ApproveDestruction", Map.of("decision", "return", "decisionReason", "不全"));
    assertThat(run.tasks()).containsExactly("Task_ApplyDestruction");
  }

  @Test
  void aLateApplicationIsRemindedOf() {
    ModelRun run = archived();
    run.days(730);
    run.days(11);
    assertThat(steps.count("retentionSteps.remind")).isEqualTo(1);
    assertThat(run.ends()).containsExactly("EndEvent_DestructionReminded");
    assertThat(run.tasks()).containsExactly("Task_ApplyDestruction");
  }

  private static ModelRun archived() {
    ModelRun run = start("Retention", "haicang-2020", Map.of("district", "haicang"));
    run.complete("Task_HandOverArchive");
    run.complete("Task_ConfirmArchive", AGREED);
    return run;
  }

  private static void authorise(ModelRun run) {
    run.complete("Task_ApplyDestruction");
    run.complete("Task_ApproveDestruction", AGREED);
    run.complete("Task_ConfirmDestruction");
    run.complete("Task_SuperviseDestruction");
  }
}
