package org.censusflow.governance.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.censusflow.base.process.governance.PolicyQuestionProcess.*;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.censusflow.base.engine.TaskRefused;
import org.censusflow.base.process.governance.PolicyQuestionProcess;
import org.censusflow.governance.policy.PolicyQuestions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PolicyQuestionTests extends GovernanceScene {

  private static final Map<String, Object> QUESTION =
      form(
          "subject", "样例问题",
          "topic", "students",
          "urgency", "normal",
          "question", "样例情况");

  @Autowired private PolicyQuestions questions;

  @Test
  void anAnswerKeepsWhoGaveWhichOpinionAndWhoApprovedIt() {
    String question = start("hc-songyu-office", PolicyQuestionProcess.KEY, QUESTION);
    complete(
        "hc-office-1",
        ROUTE_QUESTION,
        form("questionLevel", "daily", "consultUnits", List.of("education")));
    complete("hc-education", GIVE_OPINION, form("opinionStance", "no-objection"));
    complete("hc-office-1", DRAFT_ANSWER, form("answerText", "样例答复"));
    assertThat(questions.published("haicang")).isEmpty();
    complete("hc-lead", APPROVE_ANSWER, form("decision", "approve"));

    assertThat(questions.published("haicang"))
        .extracting(PolicyQuestions.Answer::answer)
        .contains("样例答复");
    assertThat(question("given_by", "policy_opinion o on o.question_id = q.id", question))
        .isEqualTo("hc-education");
    assertThat(question("approved_by", "census c on 1 = 0", question)).isEqualTo("hc-lead");
  }

  @Test
  void anAnswerWhoseProcessWasBegunInItsMiddleIsNotPublished() {
    int before = questions.published("haicang").size();
    runtime
        .createProcessInstanceByKey(PolicyQuestionProcess.KEY)
        .setVariable("district", "haicang")
        .setVariable("askedBy", "hc-lead")
        .setVariable("subject", "样例")
        .setVariable("question", "样例")
        .setVariable("proposedUnits", "")
        .setVariable("questionLevel", "daily")
        .setVariable("answerText", "没有起草人的答复")
        .startBeforeActivity(REGISTER_QUESTION)
        .startBeforeActivity(APPROVE_ANSWER)
        .execute();
    days(0);
    assertThatThrownBy(() -> complete("hc-lead", APPROVE_ANSWER, form("decision", "approve")))
        .hasStackTraceContaining("CF-E161");
    assertThat(questions.published("haicang")).hasSize(before);
  }

  @Test
  void whoAsksIsReadFromTheAccount() {
    for (Map.Entry<String, String> asker :
        Map.of(
                "hc-songyu-office", "嵩屿街道普查办",
                "hc-health", "卫健局",
                "hc-office-1", "海沧区普查办",
                "hc-lead", "海沧区普查办负责人")
            .entrySet()) {
      String question = start(asker.getKey(), PolicyQuestionProcess.KEY, QUESTION);
      assertThat(runtime.getVariable(question, "askerName")).isEqualTo(asker.getValue());
    }
    Map<String, Object> lie = new HashMap<>(QUESTION);
    lie.put("askerName", "卫健局");
    assertThatThrownBy(() -> start("hc-songyu-office", PolicyQuestionProcess.KEY, lie))
        .isInstanceOf(TaskRefused.class)
        .hasMessageContaining("CF-E144");
    assertThatThrownBy(() -> submitStart("hc-songyu-office", PolicyQuestionProcess.KEY, lie))
        .hasStackTraceContaining("CF-E144");
  }

  private String question(String column, String joined, String question) {
    return jdbc.sql(
            "select max(%s) from policy_question q left join %s where q.process_key = ?"
                .formatted(column, joined))
        .param(question)
        .query(String.class)
        .single();
  }
}
