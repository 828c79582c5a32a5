package org.censusflow.base.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.censusflow.base.process.governance.PolicyQuestionProcess.*;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.censusflow.base.process.governance.PolicyQuestionProcess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PolicyQuestionModelTests extends ModelScene {

  @BeforeEach
  void setDeadlines() {
    steps.days.put("opinion", 5);
    steps.result("policySteps.register", Map.of("askerGroup", "haicang-songyu-office"));
    concerned("education");
    steps.returns("policySteps.subdistricts", List.of("songyu", "xinyang"));
    steps.notes("policySteps.recordRouting", "questionLevel");
    steps.notes("policySteps.recordOpinion", "unit", "opinion");
    steps.notes("policySteps.recordSilence", "unit");
  }

  @Test
  void aDailyQuestionIsAnsweredByTheOfficeAndEverySubdistrictKnows() {
    ModelRun run = ask("students");
    assertThat(run.variable("questionLevel")).isEqualTo("daily");
    assertThat(run.variable("proposedUnits")).isEqualTo("education");
    run.complete(ROUTE_QUESTION);
    assertThat(run.groupsOf(GIVE_OPINION)).containsExactly("haicang-education");
    run.complete(GIVE_OPINION, opinion("住校登记"));
    assertThat(steps.calls).contains("policySteps.recordOpinion education 住校登记");
    run.complete(DRAFT_ANSWER, Map.of("answerText", "在校登记"));
    assertThat(run.groupsOf(APPROVE_ANSWER)).containsExactly("haicang-census-leads");
    run.complete(APPROVE_ANSWER, Map.of("decision", "approve"));
    assertThat(steps.calls).contains("policySteps.publish");
    assertThat(run.groupsOf(ACKNOWLEDGE_ANSWER)).containsExactly("haicang-songyu-office");
    run.complete(ACKNOWLEDGE_ANSWER);
    run.completeOneOf(SPREAD_ANSWER);
    run.completeOneOf(SPREAD_ANSWER);
    assertThat(run.ends()).endsWith("EndEvent_AnswerKnown");
    assertThat(run.ended()).isTrue();
  }

  @Test
  void aMajorQuestionGoesToTheLeadingGroupAndMayBeReturned() {
    ModelRun run = ask("funds");
    run.complete(ROUTE_QUESTION);
    run.complete(GIVE_OPINION, opinion("按预算办理"));
    run.complete(DRAFT_ANSWER, Map.of("answerText", "初稿"));
    assertThat(run.groupsOf(DECIDE_ANSWER)).containsExactly("haicang-leading-group");
    run.complete(DECIDE_ANSWER, Map.of("decision", "return", "decisionReason", "写明依据"));
    assertThat(run.variable("returnReason")).isEqualTo("写明依据");
    run.complete(DRAFT_ANSWER, Map.of("answerText", "定稿"));
    run.complete(DECIDE_ANSWER, Map.of("decision", "approve"));
    assertThat(run.tasks()).containsExactly(ACKNOWLEDGE_ANSWER, SPREAD_ANSWER, SPREAD_ANSWER);
  }

  @Test
  void theOfficeMayRaiseADailyQuestion() {
    ModelRun run = ask("students");
    run.complete(ROUTE_QUESTION, Map.of("questionLevel", "major"));
    assertThat(steps.calls).contains("policySteps.recordRouting major");
    run.complete(GIVE_OPINION, opinion("同意"));
    run.complete(DRAFT_ANSWER, Map.of("answerText", "答复"));
    assertThat(run.tasks()).containsExactly(DECIDE_ANSWER);
  }

  @Test
  void aUnitThatStaysSilentIsRecordedAndTheOthersOpinionsStand() {
    concerned("education", "health");
    ModelRun run = ask("students");
    run.complete(ROUTE_QUESTION);
    Task first =
        engine()
            .getTaskService()
            .createTaskQuery()
            .taskCandidateGroup("haicang-education")
            .list()
            .get(0);
    engine().getTaskService().complete(first.getId(), opinion("住校登记"));
    run.work();
    assertThat(run.tasks()).containsExactly(GIVE_OPINION);
    run.days(6);
    assertThat(steps.calls)
        .contains("policySteps.recordOpinion education 住校登记", "policySteps.recordSilence health");
    assertThat(run.tasks()).containsExactly(DRAFT_ANSWER);
    assertThat(run.ends()).contains("EndEvent_SilenceRecorded", "EndEvent_OpinionRecorded");
  }

  @Test
  void aQuestionThatConcernsNoUnitIsDraftedAtOnce() {
    concerned();
    ModelRun run = ask("other");
    run.complete(ROUTE_QUESTION);
    assertThat(run.tasks()).containsExactly(DRAFT_ANSWER);
  }

  private static void concerned(String... units) {
    steps.returns("policySteps.unitsConcerned", List.of(units));
  }

  private static ModelRun ask(String topic) {
    Map<String, Object> question = new HashMap<>();
    question.put("district", "haicang");
    question.put("subject", "样例问题");
    question.put("question", "样例情况");
    question.put("topic", topic);
    question.put("urgency", "normal");
    return start(PolicyQuestionProcess.KEY, "Q-" + topic, question);
  }

  private static Map<String, Object> opinion(String text) {
    return Map.of("opinionStance", "opinion", "opinion", text);
  }
}
