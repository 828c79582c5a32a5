package org.censusflow.base.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.censusflow.base.process.postenumeration.QualityCheckProcess.*;
import static org.censusflow.base.process.postenumeration.SampleBlockCheckProcess.*;

import java.util.List;
import java.util.Map;
import org.censusflow.base.process.postenumeration.QualityCheckProcess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QualityCheckModelTests extends ModelScene {

  private static final Map<String, Object> AGREED = Map.of("decision", "approve");

  @BeforeEach
  void tellTheScene() {
    SampleBlockCheckModelTests.team(steps);
    steps.does(
        "qualityCheckSteps.recordSample",
        it -> {
          it.setVariable("checkDueAt", PlayedSteps.in(20));
          it.setVariable("checkKey", "Q-1");
        });
  }

  @Test
  void theMaterialOfEverySampleBlockGoesToTheHigherOffice() {
    ModelRun run = sampled();
    assertThat(run.tasks()).containsExactly(NAME_TEAM, NAME_TEAM);
    settleOneBlock(run);
    settleOneBlock(run);
    run.complete(PREPARE_MATERIAL);
    run.complete(REVIEW_MATERIAL, Map.of("decision", "return", "decisionReason", "补充"));
    assertThat(run.variable("returnReason")).isEqualTo("补充");
    run.complete(PREPARE_MATERIAL);
    run.complete(REVIEW_MATERIAL, AGREED);
    run.complete(HAND_OVER_MATERIAL);
    assertThat(steps.calls).endsWith("qualityCheckSteps.close");
    assertThat(run.ends()).containsExactly("EndEvent_MaterialHandedOver");
    assertThat(run.ended()).isTrue();
  }

  @Test
  void aDistrictOutsideTheSampleIsDone() {
    ModelRun run = start(QualityCheckProcess.KEY, "haicang-2020", Map.of("district", "haicang"));
    assertThat(run.groupsOf(RECORD_SAMPLE)).containsExactly("haicang-census-leads");
    run.complete(RECORD_SAMPLE, Map.of("blocksDrawn", "no"));
    assertThat(steps.calls).endsWith("qualityCheckSteps.recordNoSample");
    assertThat(run.ends()).containsExactly("EndEvent_NotInSample");
    assertThat(run.ended()).isTrue();
  }

  @Test
  void aLateCheckIsUrgedAndTheUrgingIsWithdrawnWithTheHandOver() {
    ModelRun run = sampled();
    run.days(21);
    assertThat(run.groupsOf(URGE_CHECK)).containsExactly("haicang-census-leads");
    settleOneBlock(run);
    settleOneBlock(run);
    run.complete(PREPARE_MATERIAL);
    run.complete(REVIEW_MATERIAL, AGREED);
    run.complete(HAND_OVER_MATERIAL);
    assertThat(run.tasks()).isEmpty();
    assertThat(run.ended()).isTrue();
  }

  @Test
  void anUrgingIsRecorded() {
    ModelRun run = sampled();
    run.days(21);
    run.complete(URGE_CHECK, Map.of("urgeMeasure", "call", "urgeNote", "已联系"));
    assertThat(run.ends()).containsExactly("EndEvent_CheckUrged");
    assertThat(run.tasks()).containsExactly(NAME_TEAM, NAME_TEAM);
  }

  private static ModelRun sampled() {
    steps.returns("qualityCheckSteps.blocks", List.of("350205001001001", "350205002001001"));
    ModelRun run = start(QualityCheckProcess.KEY, "haicang-2020", Map.of("district", "haicang"));
    run.complete(RECORD_SAMPLE, Map.of("blocksDrawn", "yes"));
    return run;
  }

  private static void settleOneBlock(ModelRun run) {
    run.completeOneOf(NAME_TEAM);
    run.completeOneOf(RE_ENUMERATE);
    run.complete(COUNTERSIGN_COUNT, AGREED);
    run.complete(COMPARE_COUNT, Map.of("onlyCensus", 0, "onlyCheck", 0, "unresolvedPersons", 0));
  }
}
