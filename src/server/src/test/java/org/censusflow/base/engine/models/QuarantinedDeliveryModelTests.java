package org.censusflow.base.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.censusflow.base.process.crosscheck.QuarantinedDeliveryProcess.*;

import java.util.Map;
import org.censusflow.base.process.crosscheck.QuarantinedDeliveryProcess;
import org.junit.jupiter.api.Test;

class QuarantinedDeliveryModelTests extends ModelScene {

  @Test
  void aFileThatCanBeReadAfterAllIsDone() {
    steps.result("quarantineSteps.retry", Map.of("deliveryReadable", true));
    ModelRun run = quarantined();
    assertThat(run.groupsOf(HANDLE_QUARANTINE)).containsExactly("haicang-census-office");
    run.complete(HANDLE_QUARANTINE, Map.of("quarantineMeasure", "retry"));
    assertThat(run.ends()).endsWith("EndEvent_DeliveryRead");
    assertThat(run.ended()).isTrue();
  }

  @Test
  void aFileThatStillCannotBeReadComesBackToTheOffice() {
    steps.result("quarantineSteps.retry", Map.of("deliveryReadable", false));
    ModelRun run = quarantined();
    run.complete(HANDLE_QUARANTINE, Map.of("quarantineMeasure", "retry"));
    assertThat(run.tasks()).containsExactly(HANDLE_QUARANTINE);
  }

  @Test
  void aFileIsDestroyedOnlyWhenASecondPersonAgrees() {
    ModelRun run = quarantined();
    discard(run, "return");
    assertThat(steps.calls).doesNotContain("quarantineSteps.discard");
    assertThat(run.tasks()).containsExactly(HANDLE_QUARANTINE);
    discard(run, "approve");
    assertThat(steps.count("quarantineSteps.discard")).isEqualTo(1);
    assertThat(run.ends()).endsWith("EndEvent_DeliveryDiscarded");
    assertThat(run.ended()).isTrue();
  }

  private static void discard(ModelRun run, String decision) {
    run.complete(
        HANDLE_QUARANTINE,
        Map.of("quarantineMeasure", "discard", "quarantineNote", "文件损坏，部门已重新交付"));
    run.complete(CONFIRM_DISCARD, Map.of("discardDecision", decision, "discardReason", "再核"));
  }

  private ModelRun quarantined() {
    return start(
        QuarantinedDeliveryProcess.KEY,
        "delivery-7",
        Map.of("district", "haicang", "censusId", "haicang-2020", "deliveryId", 7L));
  }
}
