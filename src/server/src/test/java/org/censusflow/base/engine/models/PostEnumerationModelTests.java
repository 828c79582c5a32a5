package org.censusflow.base.engine.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostEnumerationModelTests extends ModelScene {

  private static final Map<String, Object> AGREED = Map.of("decision", "approve");

  @BeforeEach
  void tellTheScene() {
    steps.result("postEnumerationSteps.open", Map.of("releaseTitle", "样例公报"));
    steps.result("postEnumerationSteps.sumUp", Map.of("figuresAgreed", true));
    steps.returns("postEnumerationSteps.subdistricts", List.of("songyu", "xinyang"));
    steps.notes("postEnumerationSteps.recordFigures", "subdistrict", "figuresDecision");
    PublicationModelTests.dated(steps);
  }

  @Test
  void theWorkAfterTheCountEndsWithTheHandOverToRetention() {
    ModelRun run = begun();
    assertThat(run.tasks()).containsExactly("Task_ProcessData", "Task_RecordSample");
    figures(run, "agree");
    assertThat(steps.calls)
        .contains(
            "postEnumerationSteps.recordFigures songyu agree",
            "postEnumerationSteps.recordFigures xinyang agree");
    run.complete("Task_ConfirmData", AGREED);
    assertThat(run.tasks()).containsExactly("Task_RecordSample");
    run.complete("Task_RecordSample", Map.of("blocksDrawn", "no"));
    release(run);
    run.complete("Task_CatalogueMaterial");
    run.complete("Task_DraftSummary");
    assertThat(run.groupsOf("Task_DecideSummary")).containsExactly("haicang-leading-group");
    run.complete("Task_DecideSummary", Map.of("decision", "return", "decisionReason", "补充"));
    run.complete("Task_DraftSummary");
    run.complete("Task_DecideSummary", AGREED);
    assertThat(steps.calls).endsWith("postEnumerationSteps.startRetention");
    assertThat(run.ends()).contains("EndEvent_PostEnumerationCompleted");
    assertThat(run.ended()).isTrue();
  }

  @Test
  void figuresThatASubdistrictDisputesAreProcessedAgain() {
    ModelRun run = begun();
    steps.result("postEnumerationSteps.sumUp", Map.of("figuresAgreed", false));
    figures(run, "dispute");
    assertThat(run.tasks()).containsExactly("Task_ProcessData", "Task_RecordSample");
  }

  @Test
  void dataThatTheLeadReturnsAreProcessedAgain() {
    ModelRun run = begun();
    figures(run, "agree");
    run.complete("Task_ConfirmData", Map.of("decision", "return", "decisionReason", "编码不全"));
    assertThat(run.tasks()).containsExactly("Task_ProcessData", "Task_RecordSample");
    assertThat(run.variable("returnReason")).isEqualTo("编码不全");
  }

  @Test
  void subdistrictsThatAreLateAreReminded() {
    ModelRun run = begun();
    run.complete("Task_ProcessData");
    run.days(11);
    assertThat(steps.count("postEnumerationSteps.remind")).isEqualTo(1);
    assertThat(run.ends()).containsExactly("EndEvent_FiguresReminded");
    assertThat(run.tasks())
        .containsExactly("Task_ConfirmFigures", "Task_ConfirmFigures", "Task_RecordSample");
  }

  private static ModelRun begun() {
    return start(
        "PostEnumeration",
        "haicang-2020",
        Map.of("district", "haicang", "censusId", "haicang-2020"));
  }

  private static void figures(ModelRun run, String decision) {
    run.complete("Task_ProcessData");
    for (String subdistrict : new String[] {"songyu", "xinyang"}) {
      run.completeFor(
          "haicang-" + subdistrict + "-office",
          "Task_ConfirmFigures",
          Map.of("figuresDecision", decision, "figuresReason", ""));
    }
  }

  private static void release(ModelRun run) {
    assertThat(steps.calls).contains("publicationSteps.register communique");
    run.complete(
        "Task_DraftRelease",
        Map.of("tableKind", "counts", "areaLevel", "district", "smallestCell", 9));
    run.complete("Task_CheckDisclosure", AGREED);
    run.complete("Task_ApproveRelease", AGREED);
    run.complete("Task_SubmitRelease");
    run.complete("Task_RecordHigherDecision", Map.of("higherDecision", "approve"));
    run.days(5);
    run.complete("Task_ConfirmRelease", Map.of("releaseFault", "none"));
  }
}
