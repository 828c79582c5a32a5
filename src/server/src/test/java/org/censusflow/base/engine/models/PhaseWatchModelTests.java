package org.censusflow.base.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.censusflow.base.process.governance.PhaseWatchProcess.*;

import java.util.Map;
import org.censusflow.base.process.governance.PhaseWatchProcess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PhaseWatchModelTests extends ModelScene {

  @BeforeEach
  void theMappingIsDueInTwentyDays() {
    steps.days.put("mapping", 20);
    phaseDone(false);
  }

  @Test
  void aPhaseThatIsDoneInTimeTroublesNobody() {
    phaseDone(true);
    ModelRun run = watch();
    run.days(19);
    assertThat(run.ended()).isFalse();
    run.days(1);
    assertThat(run.tasks()).isEmpty();
    assertThat(steps.calls).doesNotContain("phaseSteps.recordLate mapping");
    assertThat(run.ends()).containsExactly("EndEvent_PhaseDone");
  }

  @Test
  void theLeadsAreAskedAgainUntilALatePhaseIsDone() {
    ModelRun run = watch();
    run.days(21);
    assertThat(steps.calls).contains("phaseSteps.recordLate mapping");
    assertThat(run.groupsOf(URGE_PHASE)).containsExactly("haicang-census-leads");
    urge(run);
    assertThat(run.tasks()).isEmpty();
    run.days(11);
    assertThat(run.tasks()).containsExactly(URGE_PHASE);
    urge(run);
    phaseDone(true);
    run.days(11);
    assertThat(run.ended()).isTrue();
    assertThat(steps.count("phaseSteps.recordUrging")).isEqualTo(2);
  }

  private static void urge(ModelRun run) {
    run.complete(URGE_PHASE, Map.of("urgeMeasure", "visit", "urgeNote", "已到场"));
  }

  private static ModelRun watch() {
    return start(
        PhaseWatchProcess.KEY,
        "haicang-2020-mapping",
        Map.of("district", "haicang", "censusId", "haicang-2020", "phase", "mapping"));
  }

  private static void phaseDone(boolean done) {
    steps.result(
        "phaseSteps.look",
        Map.of(
            "phaseDone", done, "phaseName", "普查区划分与绘图", "phaseDue", "2020-08-31", "daysLate", 1));
  }
}
