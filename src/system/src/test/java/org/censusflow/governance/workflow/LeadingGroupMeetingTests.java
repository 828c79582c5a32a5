package org.censusflow.governance.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.censusflow.base.process.governance.LeadingGroupMeetingProcess.*;
import static org.censusflow.base.process.governance.MatterFollowUpProcess.*;
import static org.censusflow.base.process.governance.PolicyQuestionProcess.*;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.censusflow.base.process.governance.LeadingGroupMeetingProcess;
import org.censusflow.base.process.governance.PolicyQuestionProcess;
import org.censusflow.governance.matter.Matters;
import org.censusflow.governance.matter.OpenProblems;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class LeadingGroupMeetingTests extends GovernanceScene {

  private static final Map<String, Object> MEETING =
      form("meetingTitle", "推进会（样例）", "meetingOccasion", "problem");

  @Autowired private Matters matters;
  @Autowired private OpenProblems problems;

  @Test
  void aMajorQuestionComesBeforeTheMeetingAndTheDecisionIsFollowedUpToTheEnd() {
    ask("经费缺口（样例）", "funds");
    complete("hc-office-1", ROUTE_QUESTION, form("questionLevel", "major"));
    ask("学生登记（样例）", "students");
    complete("hc-office-1", ROUTE_QUESTION, form("questionLevel", "daily"));

    String meeting = start("hc-lead", LeadingGroupMeetingProcess.KEY, MEETING);
    assertThat(variable(DRAFT_AGENDA, "openProblems"))
        .asString()
        .contains("重大政策问题：经费缺口（样例）")
        .doesNotContain("学生登记");
    convene();
    assertThat(variable(RECORD_MINUTES, "problemOptions")).asString().contains("经费缺口");
    refused("hc-office-1", RECORD_MINUTES, minutes(List.of()), "CF-E712");
    complete("hc-office-1", RECORD_MINUTES, minutes(List.of("finance", "statistics")));
    refused("hc-office-1", RECORD_DECISION, decision("2020-10-01"), "CF-E711");
    complete("hc-office-1", RECORD_DECISION, decision("2020-10-22"));
    complete("hc-leading-1", SIGN_MINUTES, form("decision", "approve"));

    assertThat(task(REPORT_MATTER).getName()).endsWith("追加经费");
    assertThat(task(REPORT_MATTER).getDueDate().toInstant())
        .isEqualTo(Instant.parse("2020-10-22T09:30:00Z"));
    ClockUtil.setCurrentTime(Date.from(Instant.parse("2020-10-20T10:00:00Z")));
    days(0);
    assertThat(matters.ofOrigin(meeting).get(0).reminders()).isEqualTo(1);
    days(3);
    assertThat(problems.of("haicang"))
        .extracting(OpenProblems.Problem::title)
        .contains("逾期事项：追加经费");
    assertThat(problems.of("xiangshan")).isEmpty();
    complete("hc-leading-2", URGE_MATTER, form("urgeMeasure", "meeting", "urgeNote", "须研究"));
    complete("hc-finance", REPORT_MATTER, form("matterReport", "已拨付"));
    complete("hc-lead", CONFIRM_MATTER, form("decision", "return", "decisionReason", "未到账"));
    assertThat(task(REPORT_MATTER).getDueDate()).isAfter(ClockUtil.getCurrentTime());
    complete("hc-finance", REPORT_MATTER, form("matterReport", "已到账"));
    complete("hc-deputy", CONFIRM_MATTER, form("decision", "approve"));

    assertThat(ended(meeting)).isTrue();
    assertThat(matters.ofOrigin(meeting))
        .singleElement()
        .satisfies(
            matter -> {
              assertThat(matter.status().name()).isEqualTo("CLOSED");
              assertThat(matter.returns()).isEqualTo(1);
              assertThat(matter.responsible()).isEqualTo("haicang-finance");
            });
    assertThat(events(meeting)).containsExactly("remind", "raise", "return", "close");
    assertThat(
            jdbc.sql(
                    """
                    select m.status || ' ' || a.unit || ' ' || m.signed_by
                      from leading_group_meeting m join meeting_attendance a on a.meeting_id = m.id
                     where m.process_key = ? order by a.unit
                    """)
                .param(meeting)
                .query(String.class)
                .list())
        .containsExactly("CLOSED finance hc-leading-1", "CLOSED statistics hc-leading-1");
  }

  @Test
  void minutesThatGoBackLeaveNoDecisionBehind() {
    String meeting = start("hc-office-1", LeadingGroupMeetingProcess.KEY, MEETING);
    convene();
    complete("hc-office-1", RECORD_MINUTES, minutes(List.of("finance")));
    complete("hc-office-1", RECORD_DECISION, decision("2020-10-22"));
    complete("hc-leading-1", SIGN_MINUTES, form("decision", "return", "decisionReason", "改"));
    Map<String, Object> none = minutes(List.of("finance"));
    none.put("decisionsMade", "no");
    complete("hc-office-1", RECORD_MINUTES, none);
    complete("hc-leading-1", SIGN_MINUTES, form("decision", "approve"));

    assertThat(ended(meeting)).isTrue();
    assertThat(matters.ofOrigin(meeting)).isEmpty();
  }

  @Test
  void aCancelledMeetingKeepsItsReason() {
    String meeting = start("hc-office-1", LeadingGroupMeetingProcess.KEY, MEETING);
    complete("hc-office-1", DRAFT_AGENDA, form("agendaText", "议程"));
    complete(
        "hc-leading-1",
        CONVENE_MEETING,
        form("meetingDecision", "cancel", "meetingReason", "并入例会"));

    assertThat(ended(meeting)).isTrue();
    assertThat(
            jdbc.sql("select reason from leading_group_meeting where process_key = ?")
                .param(meeting)
                .query(String.class)
                .single())
        .isEqualTo("并入例会");
  }

  private void ask(String subject, String topic) {
    start(
        "hc-songyu-office",
        PolicyQuestionProcess.KEY,
        form("subject", subject, "topic", topic, "urgency", "normal", "question", "样例情况"));
  }

  private void convene() {
    complete("hc-office-1", DRAFT_AGENDA, form("agendaText", "一、研究经费"));
    Map<String, Object> form =
        form("meetingDecision", "convene", "meetingOn", "2020-10-01", "meetingPlace", "会议室");
    refused("hc-leading-1", CONVENE_MEETING, form, "CF-E711");
    form.put("meetingOn", "2020-10-14");
    complete("hc-leading-1", CONVENE_MEETING, form);
    complete("hc-government-office", SEND_NOTICE, form("noticeSent", true));
  }

  private static Map<String, Object> minutes(List<String> attended) {
    return form("attendedUnits", attended, "minutesText", "样例纪要", "decisionsMade", "yes");
  }

  private static Map<String, Object> decision(String due) {
    return form(
        "decisionTitle",
        "追加经费",
        "decisionText",
        "由财政局追加",
        "decisionUnit",
        "finance",
        "decisionDueOn",
        due,
        "decisionSeverity",
        "serious",
        "settlesProblem",
        "none",
        "furtherDecisions",
        "no");
  }

  private List<String> events(String meeting) {
    return jdbc.sql(
            """
            select e.action from governance_matter_event e join governance_matter m on m.id = e.matter_id
             where m.origin = ? order by e.id
            """)
        .param(meeting)
        .query(String.class)
        .list();
  }
}
