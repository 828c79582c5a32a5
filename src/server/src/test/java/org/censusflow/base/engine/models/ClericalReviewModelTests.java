package org.censusflow.base.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.censusflow.base.process.crosscheck.ClericalReviewProcess.*;

import java.util.Map;
import org.censusflow.base.process.crosscheck.ClericalReviewProcess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClericalReviewModelTests extends ModelScene {

  @BeforeEach
  void setDeadlines() {
    steps.notes("clericalSteps.conclude", "reviewBatch");
    steps.days.putAll(Map.of("recheck-reminder", 6, "recheck", 9));
    disputed(0);
  }

  @Test
  void twoOfTheOfficeJudgeAtTheSameTime() {
    ModelRun run = review();
    assertThat(run.tasks()).containsExactly(JUDGE_FIRST, JUDGE_SECOND);
    assertThat(run.groupsOf(JUDGE_FIRST)).containsExactly("haicang-census-office");
    assertThat(run.groupsOf(JUDGE_SECOND)).containsExactly("haicang-census-office");
    run.complete(JUDGE_SECOND);
    assertThat(steps.calls).doesNotContain("clericalSteps.compareAnswers");
    run.complete(JUDGE_FIRST);
    assertJudged(run);
  }

  @Test
  void whereTheyDoNotAgreeALeadDecides() {
    disputed(2);
    ModelRun run = review();
    judge(run);
    assertThat(run.tasks()).containsExactly(DECIDE_DISPUTED);
    assertThat(run.groupsOf(DECIDE_DISPUTED)).containsExactly("haicang-census-leads");
    assertThat(steps.calls).doesNotContain("clericalSteps.conclude b1");
    run.complete(DECIDE_DISPUTED);
    assertJudged(run);
  }

  @Test
  void lateJudgesAreRemindedThenALeadIsToUrgeThem() {
    ModelRun run = review();
    run.days(7);
    assertThat(steps.count("clericalSteps.remind")).isEqualTo(1);
    run.days(3);
    assertThat(run.groupsOf(URGE_REVIEW)).containsExactly("haicang-census-leads");
    run.complete(URGE_REVIEW, Map.of("urgeMeasure", "press", "urgeNote", "已督促"));
    assertThat(run.tasks()).containsExactly(JUDGE_FIRST, JUDGE_SECOND);
    judge(run);
    assertJudged(run);
    assertThat(run.ends()).contains("EndEvent_JudgesReminded", "EndEvent_ReviewUrged");
  }

  @Test
  void urgingIsWithdrawnOnceThePairsAreJudged() {
    ModelRun run = review();
    run.days(10);
    judge(run);
    assertJudged(run);
  }

  private static ModelRun review() {
    return start(
        ClericalReviewProcess.KEY,
        "b1",
        Map.of("district", "haicang", "censusId", "haicang-2020", "reviewBatch", "b1"));
  }

  private static void judge(ModelRun run) {
    run.complete(JUDGE_FIRST);
    run.complete(JUDGE_SECOND);
  }

  private static void disputed(int pairs) {
    steps.result("clericalSteps.compareAnswers", Map.of("disputedCount", pairs));
  }

  private static void assertJudged(ModelRun run) {
    assertThat(steps.calls).endsWith("clericalSteps.conclude b1");
    assertThat(run.tasks()).isEmpty();
    assertThat(run.ends()).contains("EndEvent_JudgementReached").endsWith("EndEvent_PairsJudged");
    assertThat(run.ended()).isTrue();
  }
}
