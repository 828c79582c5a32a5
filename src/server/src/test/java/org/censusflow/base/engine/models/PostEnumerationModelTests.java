package org.censusflow.base.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.censusflow.base.process.postenumeration.PostEnumerationProcess.*;
import static org.censusflow.base.process.postenumeration.PublicationProcess.*;
import static org.censusflow.base.process.postenumeration.QualityCheckProcess.*;

import java.util.List;
import java.util.Map;
import org.censusflow.base.process.postenumeration.PostEnumerationProcess;
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
    assertThat(run.tasks()).containsExactly(PROCESS_DATA, RECORD_SAMPLE);
    figures(run, "agree");
    assertThat(steps.calls)
        .contains(
            "postEnumerationSteps.recordFigures songyu agree",
            "postEnumerationSteps.recordFigures xinyang agree");
    run.complete(CONFIRM_DATA, AGREED);
    assertThat(run.tasks()).containsExactly(RECORD_SAMPLE);
    run.complete(RECORD_SAMPLE, Map.of("blocksDrawn", "no"));
    release(run);
    run.complete(CATALOGUE_MATERIAL);
    run.complete(DRAFT_SUMMARY);
    assertThat(run.groupsOf(DECIDE_SUMMARY)).containsExactly("haicang-leading-group");
    run.complete(DECIDE_SUMMARY, Map.of("decision", "return", "decisionReason", "补充"));
    run.complete(DRAFT_SUMMARY);
    run.complete(DECIDE_SUMMARY, AGREED);
    assertThat(steps.calls).endsWith("postEnumerationSteps.startRetention");
    assertThat(run.ends()).contains("EndEvent_PostEnumerationCompleted");
    assertThat(run.ended()).isTrue();
  }

  @Test
  void figuresThatASubdistrictDisputesAreProcessedAgain() {
    ModelRun run = begun();
    steps.result("postEnumerationSteps.sumUp", Map.of("figuresAgreed", false));
    figures(run, "dispute");
    assertThat(run.tasks()).containsExactly(PROCESS_DATA, RECORD_SAMPLE);
  }

  @Test
  void dataThatTheLeadReturnsAreProcessedAgain() {
    ModelRun run = begun();
    figures(run, "agree");
    run.complete(CONFIRM_DATA, Map.of("decision", "return", "decisionReason", "编码不全"));
    assertThat(run.tasks()).containsExactly(PROCESS_DATA, RECORD_SAMPLE);
    assertThat(run.variable("returnReason")).isEqualTo("编码不全");
  }

  @Test
  void subdistrictsThatAreLateAreReminded() {
    ModelRun run = begun();
    run.complete(PROCESS_DATA);
    run.days(11);
    assertThat(steps.count("postEnumerationSteps.remind")).isEqualTo(1);
    assertThat(run.ends()).containsExactly("EndEvent_FiguresReminded");
    assertThat(run.tasks()).containsExactly(CONFIRM_FIGURES, CONFIRM_FIGURES, RECORD_SAMPLE);
  }

  private static ModelRun begun() {
    return start(
        PostEnumerationProcess.KEY,
        "haicang-2020",
        Map.of("district", "haicang", "censusId", "haicang-2020"));
  }

  private static void figures(ModelRun run, String decision) {
    run.complete(PROCESS_DATA);
    for (String subdistrict : new String[] {"songyu", "xinyang"}) {
      run.completeFor(
          "haicang-" + subdistrict + "-office",
          CONFIRM_FIGURES,
          Map.of("figuresDecision", decision, "figuresReason", ""));
    }
  }

  private static void release(ModelRun run) {
    assertThat(steps.calls).contains("publicationSteps.register communique");
    run.complete(
        DRAFT_RELEASE, Map.of("tableKind", "counts", "areaLevel", "district", "smallestCell", 9));
    run.complete(CHECK_DISCLOSURE, AGREED);
    run.complete(APPROVE_RELEASE, AGREED);
    run.complete(SUBMIT_RELEASE);
    run.complete(RECORD_HIGHER_DECISION, Map.of("higherDecision", "approve"));
    run.days(5);
    run.complete(CONFIRM_RELEASE, Map.of("releaseFault", "none"));
  }
}
