package org.censusflow.base.engine.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HouseholdQuestionModelTests extends ModelScene {

  @BeforeEach
  void tellTheScene() {
    unreached(0);
    open(0);
    steps.returns(
        "questionSteps.checkers", List.of("haicang-songyu-supervisors", "haicang-songyu-office"));
  }

  @Test
  void theEnumeratorAsksAndSomebodyElseChecks() {
    ModelRun run = doubted();
    assertThat(run.groupsOf("Task_AskHouseholds")).containsExactly("haicang-songyu-enumerators");
    run.complete("Task_AskHouseholds");
    assertThat(run.groupsOf("Task_CheckReplies"))
        .containsExactly("haicang-songyu-office", "haicang-songyu-supervisors");
    run.complete("Task_CheckReplies");
    assertThat(run.ends()).containsExactly("EndEvent_QuestionsSettled");
    assertThat(run.ended()).isTrue();
  }

  @Test
  void theSupervisorAsksWhomTheEnumeratorDidNotMeet() {
    unreached(2);
    ModelRun run = doubted();
    run.complete("Task_AskHouseholds");
    assertThat(run.groupsOf("Task_ReachHouseholds")).containsExactly("haicang-songyu-supervisors");
    run.complete("Task_ReachHouseholds");
    assertThat(run.tasks()).containsExactly("Task_CheckReplies");
  }

  @Test
  void whatWentBackOrWasAskedMeanwhileIsAskedNext() {
    open(1);
    ModelRun run = doubted();
    run.complete("Task_AskHouseholds");
    run.complete("Task_CheckReplies");
    assertThat(run.tasks()).containsExactly("Task_AskHouseholds");
    open(0);
    run.complete("Task_AskHouseholds");
    run.complete("Task_CheckReplies");
    assertThat(run.ended()).isTrue();
  }

  @Test
  void aLateBlockIsTheSupervisorsAndTheUrgingEndsWithTheQuestions() {
    steps.days.put("recheck", 5);
    ModelRun run = doubted();
    run.days(4);
    assertThat(run.tasks()).containsExactly("Task_AskHouseholds");
    run.days(2);
    assertThat(run.groupsOf("Task_UrgeReplies")).containsExactly("haicang-songyu-supervisors");
    run.complete("Task_AskHouseholds");
    run.complete("Task_CheckReplies");
    assertThat(run.ended()).isTrue();
  }

  @Test
  void whatTheSupervisorDoesAboutALateBlockIsOnRecord() {
    steps.days.put("recheck", 5);
    ModelRun run = doubted();
    run.days(6);
    run.complete("Task_UrgeReplies", Map.of("urgeMeasure", "support", "urgeNote", "增派一人"));
    assertThat(run.ends()).containsExactly("EndEvent_RepliesUrged");
    assertThat(run.tasks()).containsExactly("Task_AskHouseholds");
  }

  private static void unreached(int count) {
    steps.result("questionSteps.sortReplies", Map.of("unreachedCount", count));
  }

  private static void open(int count) {
    steps.result("questionSteps.concludeCheck", Map.of("openCount", count));
  }

  private ModelRun doubted() {
    return start(
        "HouseholdQuestion",
        "haicang-2020/questions/350205002001001",
        Map.of(
            "district", "haicang",
            "censusId", "haicang-2020",
            "block", "350205002001001",
            "subdistrict", "songyu",
            "taskSubject", "样例社区 001 小区"));
  }
}
