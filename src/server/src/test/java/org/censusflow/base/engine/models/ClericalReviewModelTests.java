package org.censusflow.base.engine.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
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
    assertThat(run.tasks()).containsExactly("Task_JudgeFirst", "Task_JudgeSecond");
    assertThat(run.groupsOf("Task_JudgeFirst")).containsExactly("haicang-census-office");
    assertThat(run.groupsOf("Task_JudgeSecond")).containsExactly("haicang-census-office");
    run.complete("Task_JudgeSecond");
    assertThat(steps.calls).doesNotContain("clericalSteps.compareAnswers");
    run.complete("Task_JudgeFirst");
    assertJudged(run);
  }

  @Test
  void whereTheyDoNotAgreeALeadDecides() {
    disputed(2);
    ModelRun run = review();
    judge(run);
    assertThat(run.tasks()).containsExactly("Task_DecideDisputed");
    assertThat(run.groupsOf("Task_DecideDisputed")).containsExactly("haicang-census-leads");
    assertThat(steps.calls).doesNotContain("clericalSteps.conclude b1");
    run.complete("Task_DecideDisputed");
    assertJudged(run);
  }

  @Test
  void lateJudgesAreRemindedThenALeadIsToUrgeThem() {
    ModelRun run = review();
    run.days(7);
    assertThat(steps.count("clericalSteps.remind")).isEqualTo(1);
    run.days(3);
    assertThat(run.groupsOf("Task_UrgeReview")).containsExactly("haicang-census-leads");
    run.complete("Task_UrgeReview", Map.of("urgeMeasure", "press", "urgeNote", "已督促"));
    assertThat(run.tasks()).containsExactly("Task_JudgeFirst", "Task_JudgeSecond");
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
        "ClericalReview",
        "b1",
        Map.of("district", "haicang", "censusId", "haicang-2020", "reviewBatch", "b1"));
  }

  private static void judge(ModelRun run) {
    run.complete("Task_JudgeFirst");
    run.complete("Task_JudgeSecond");
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
