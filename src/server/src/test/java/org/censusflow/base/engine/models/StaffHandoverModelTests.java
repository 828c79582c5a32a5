package org.censusflow.base.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.censusflow.base.process.registration.StaffHandoverProcess.*;

import java.util.Map;
import org.censusflow.base.process.registration.StaffHandoverProcess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StaffHandoverModelTests extends ModelScene {

  @BeforeEach
  void nobodyIsMissing() {
    steps.days.put("day", 3);
    uncovered(0);
  }

  /** So many tasks have nobody until somebody is appointed. */
  private static void uncovered(int tasks) {
    steps.does(
        "handoverSteps.handOver",
        it ->
            it.setVariable("uncoveredCount", steps.count("handoverSteps.appoint") > 0 ? 0 : tasks));
  }

  @Test
  void onTheDayTheOpenTasksPassToWhoeverTakesOver() {
    ModelRun run = begin();
    assertThat(steps.calls).isEmpty();
    run.days(4);
    assertThat(steps.calls).containsExactly("handoverSteps.handOver");
    assertThat(run.ends()).containsExactly("EndEvent_HandedOver");
    assertThat(run.ended()).isTrue();
  }

  @Test
  void whereNobodyTakesOverTheSubdistrictNamesSomebody() {
    uncovered(2);
    ModelRun run = begin();
    run.days(4);
    assertThat(run.groupsOf(ARRANGE_COVER)).containsExactly("haicang-songyu-office");
    run.complete(
        ARRANGE_COVER, Map.of("coverAccount", "hc-songyu-enumerator-2", "coverNote", "证件到期"));
    assertThat(steps.calls)
        .containsExactly(
            "handoverSteps.handOver", "handoverSteps.appoint", "handoverSteps.handOver");
    assertThat(run.ended()).isTrue();
  }

  private static ModelRun begin() {
    return start(
        StaffHandoverProcess.KEY,
        "hc-songyu-enumerator-1",
        Map.of(
            "district", "haicang",
            "censusId", "haicang-2020",
            "subdistrict", "songyu",
            "account", "hc-songyu-enumerator-1",
            "handoverReason", "证件到期",
            "taskSubject", "hc-songyu-enumerator-1"));
  }
}
