package org.censusflow.base.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.censusflow.base.process.registration.HouseholdQuestionProcess.*;

import java.util.List;
import java.util.Map;
import org.censusflow.base.process.registration.HouseholdQuestionProcess;
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
    assertThat(run.groupsOf(ASK_HOUSEHOLDS)).containsExactly("haicang-songyu-enumerators");
    run.complete(ASK_HOUSEHOLDS);
    assertThat(run.groupsOf(CHECK_REPLIES))
        .containsExactly("haicang-songyu-office", "haicang-songyu-supervisors");
    run.complete(CHECK_REPLIES);
    assertThat(run.ends()).containsExactly("EndEvent_QuestionsSettled");
    assertThat(run.ended()).isTrue();
  }

  @Test
  void theSupervisorAsksWhomTheEnumeratorDidNotMeet() {
    unreached(2);
    ModelRun run = doubted();
    run.complete(ASK_HOUSEHOLDS);
    assertThat(run.groupsOf(REACH_HOUSEHOLDS)).containsExactly("haicang-songyu-supervisors");
    run.complete(REACH_HOUSEHOLDS);
    assertThat(run.tasks()).containsExactly(CHECK_REPLIES);
  }

  @Test
  void whatWentBackOrWasAskedMeanwhileIsAskedNext() {
    open(1);
    ModelRun run = doubted();
    run.complete(ASK_HOUSEHOLDS);
    run.complete(CHECK_REPLIES);
    assertThat(run.tasks()).containsExactly(ASK_HOUSEHOLDS);
    open(0);
    run.complete(ASK_HOUSEHOLDS);
    run.complete(CHECK_REPLIES);
    assertThat(run.ended()).isTrue();
  }

  @Test
  void aLateBlockIsTheSupervisorsAndTheUrgingEndsWithTheQuestions() {
    steps.days.put("recheck", 5);
    ModelRun run = doubted();
    run.days(4);
    assertThat(run.tasks()).containsExactly(ASK_HOUSEHOLDS);
    run.days(2);
    assertThat(run.groupsOf(URGE_REPLIES)).containsExactly("haicang-songyu-supervisors");
    run.complete(ASK_HOUSEHOLDS);
    run.complete(CHECK_REPLIES);
    assertThat(run.ended()).isTrue();
  }

  @Test
  void whatTheSupervisorDoesAboutALateBlockIsOnRecord() {
    steps.days.put("recheck", 5);
    ModelRun run = doubted();
    run.days(6);
    run.complete(URGE_REPLIES, Map.of("urgeMeasure", "support", "urgeNote", "增派一人"));
    assertThat(run.ends()).containsExactly("EndEvent_RepliesUrged");
    assertThat(run.tasks()).containsExactly(ASK_HOUSEHOLDS);
  }

  private static void unreached(int count) {
    steps.result("questionSteps.sortReplies", Map.of("unreachedCount", count));
  }

  private static void open(int count) {
    steps.result("questionSteps.concludeCheck", Map.of("openCount", count));
  }

  private ModelRun doubted() {
    return start(
        HouseholdQuestionProcess.KEY,
        "haicang-2020/questions/350205002001001",
        Map.of(
            "district", "haicang",
            "censusId", "haicang-2020",
            "block", "350205002001001",
            "subdistrict", "songyu",
            "taskSubject", "样例社区 001 小区"));
  }
}
