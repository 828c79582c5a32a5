package org.censusflow.base.engine.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
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
          it.setVariable("checkDueAt", StepRecorder.in(20));
          it.setVariable("checkKey", "Q-1");
        });
  }

  @Test
  void theMaterialOfEverySampleBlockGoesToTheHigherOffice() {
    ModelRun run = sampled();
    assertThat(run.tasks()).containsExactly("Task_NameTeam", "Task_NameTeam");
    settleOneBlock(run);
    settleOneBlock(run);
    run.complete("Task_PrepareMaterial");
    run.complete("Task_ReviewMaterial", Map.of("decision", "return", "decisionReason", "补充"));
    assertThat(run.variable("returnReason")).isEqualTo("补充");
    run.complete("Task_PrepareMaterial");
    run.complete("Task_ReviewMaterial", AGREED);
    run.complete("Task_HandOverMaterial");
    assertThat(steps.calls).endsWith("qualityCheckSteps.close");
    assertThat(run.ends()).containsExactly("EndEvent_MaterialHandedOver");
    assertThat(run.ended()).isTrue();
  }

  @Test
  void aDistrictOutsideTheSampleIsDone() {
    ModelRun run = start("QualityCheck", "haicang-2020", Map.of("district", "haicang"));
    assertThat(run.groupsOf("Task_RecordSample")).containsExactly("haicang-census-leads");
    run.complete("Task_RecordSample", Map.of("blocksDrawn", "no"));
    assertThat(steps.calls).endsWith("qualityCheckSteps.recordNoSample");
    assertThat(run.ends()).containsExactly("EndEvent_NotInSample");
    assertThat(run.ended()).isTrue();
  }

  @Test
  void aLateCheckIsUrgedAndTheUrgingIsWithdrawnWithTheHandOver() {
    ModelRun run = sampled();
    run.days(21);
    assertThat(run.groupsOf("Task_UrgeCheck")).containsExactly("haicang-census-leads");
    settleOneBlock(run);
    settleOneBlock(run);
    run.complete("Task_PrepareMaterial");
    run.complete("Task_ReviewMaterial", AGREED);
    run.complete("Task_HandOverMaterial");
    assertThat(run.tasks()).isEmpty();
    assertThat(run.ended()).isTrue();
  }

  @Test
  void anUrgingIsRecorded() {
    ModelRun run = sampled();
    run.days(21);
    run.complete("Task_UrgeCheck", Map.of("urgeMeasure", "call", "urgeNote", "已联系"));
    assertThat(run.ends()).containsExactly("EndEvent_CheckUrged");
    assertThat(run.tasks()).containsExactly("Task_NameTeam", "Task_NameTeam");
  }

  private static ModelRun sampled() {
    steps.returns("qualityCheckSteps.blocks", List.of("350205001001001", "350205002001001"));
    ModelRun run = start("QualityCheck", "haicang-2020", Map.of("district", "haicang"));
    run.complete("Task_RecordSample", Map.of("blocksDrawn", "yes"));
    return run;
  }

  private static void settleOneBlock(ModelRun run) {
    run.completeOneOf("Task_NameTeam");
    run.completeOneOf("Task_ReEnumerate");
    run.complete("Task_CountersignCount", AGREED);
    run.complete(
        "Task_CompareCount", Map.of("onlyCensus", 0, "onlyCheck", 0, "unresolvedPersons", 0));
  }
}
