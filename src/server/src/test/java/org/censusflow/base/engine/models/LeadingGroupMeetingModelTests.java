package org.censusflow.base.engine.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LeadingGroupMeetingModelTests extends ModelScene {

  private static final Map<String, Object> CONVENED =
      Map.of("meetingDecision", "convene", "meetingOn", "2020-11-20", "meetingPlace", "会议室");

  @BeforeEach
  void tellTheScene() {
    MatterFollowUpModelTests.describe(steps);
    steps.result("meetingSteps.collect", Map.of("decisionCount", 0, "decisionSummary", ""));
    steps.returns("meetingSteps.convener", "haicang-government-office");
    steps.notes("meetingSteps.recordDecision", "decisionTitle");
    steps.does(
        "meetingSteps.recordDecision",
        it -> it.setVariable("decisionCount", (int) it.getVariable("decisionCount") + 1));
    steps.result("meetingSteps.reopenMinutes", Map.of("decisionCount", 0));
  }

  @Test
  void everyDecisionIsFollowedUpUntilItIsCarriedOut() {
    steps.returns("meetingSteps.matters", List.of("1", "2"));
    ModelRun run = convened();
    minute(run, "yes");
    decide(run, "其一", "yes");
    decide(run, "其二", "no");
    assertThat(steps.calls)
        .contains("meetingSteps.recordDecision 其一", "meetingSteps.recordDecision 其二");
    assertThat(run.groupsOf("Task_SignMinutes")).containsExactly("haicang-leading-group");
    run.complete("Task_SignMinutes", Map.of("decision", "approve"));
    assertThat(run.tasks()).containsExactly("Task_ReportMatter", "Task_ReportMatter");
    run.completeOneOf("Task_ReportMatter");
    run.complete("Task_ConfirmMatter", Map.of("decision", "approve"));
    assertThat(run.ended()).isFalse();
    run.completeOneOf("Task_ReportMatter");
    run.complete("Task_ConfirmMatter", Map.of("decision", "approve"));
    assertThat(steps.calls).endsWith("meetingSteps.close");
    assertThat(run.ends()).endsWith("EndEvent_DecisionsCarriedOut");
    assertThat(run.ended()).isTrue();
  }

  @Test
  void theOfficeDraftsTheLeadingGroupConvenesAndTheGovernmentOfficeInvites() {
    ModelRun run = call();
    assertThat(run.groupsOf("Task_DraftAgenda")).containsExactly("haicang-census-office");
    run.complete("Task_DraftAgenda", Map.of("agendaText", "议程"));
    assertThat(run.groupsOf("Task_ConveneMeeting")).containsExactly("haicang-leading-group");
    run.complete("Task_ConveneMeeting", CONVENED);
    assertThat(run.groupsOf("Task_SendNotice")).containsExactly("haicang-government-office");
    run.complete("Task_SendNotice", Map.of("noticeSent", true));
    assertThat(run.groupsOf("Task_RecordMinutes")).containsExactly("haicang-census-office");
  }

  @Test
  void anAgendaMayGoBackWithAReason() {
    ModelRun run = call();
    run.complete("Task_DraftAgenda", Map.of("agendaText", "初稿"));
    run.complete("Task_ConveneMeeting", Map.of("meetingDecision", "return", "meetingReason", "缺"));
    assertThat(run.tasks()).containsExactly("Task_DraftAgenda");
    assertThat(run.variable("returnReason")).isEqualTo("缺");
  }

  @Test
  void aMeetingMayBeCancelled() {
    ModelRun run = call();
    run.complete("Task_DraftAgenda", Map.of("agendaText", "议程"));
    run.complete("Task_ConveneMeeting", Map.of("meetingDecision", "cancel", "meetingReason", "改"));
    assertThat(steps.calls).endsWith("meetingSteps.cancel");
    assertThat(run.ends()).containsExactly("EndEvent_MeetingCancelled");
    assertThat(run.ended()).isTrue();
  }

  @Test
  void aMeetingWithoutDecisionsEndsWithItsMinutes() {
    ModelRun run = convened();
    minute(run, "no");
    run.complete("Task_SignMinutes", Map.of("decision", "approve"));
    assertThat(steps.calls).endsWith("meetingSteps.issueMinutes");
    assertThat(run.ends()).containsExactly("EndEvent_MeetingHeld");
    assertThat(run.ended()).isTrue();
  }

  @Test
  void minutesThatGoBackAreRecordedAnew() {
    ModelRun run = convened();
    minute(run, "yes");
    decide(run, "其一", "no");
    run.complete("Task_SignMinutes", Map.of("decision", "return", "decisionReason", "期限不当"));
    assertThat(steps.calls).endsWith("meetingSteps.reopenMinutes");
    assertThat(run.tasks()).containsExactly("Task_RecordMinutes");
    assertThat(run.variable("decisionCount")).isEqualTo(0);
  }

  private static ModelRun call() {
    return start(
        "LeadingGroupMeeting",
        "M-1",
        Map.of("district", "haicang", "meetingTitle", "样例会议", "meetingOccasion", "progress"));
  }

  private static ModelRun convened() {
    ModelRun run = call();
    run.complete("Task_DraftAgenda", Map.of("agendaText", "议程"));
    run.complete("Task_ConveneMeeting", CONVENED);
    run.complete("Task_SendNotice", Map.of("noticeSent", true));
    return run;
  }

  private static void minute(ModelRun run, String decisions) {
    run.complete("Task_RecordMinutes", Map.of("minutesText", "纪要", "decisionsMade", decisions));
  }

  private static void decide(ModelRun run, String title, String further) {
    run.complete(
        "Task_RecordDecision", Map.of("decisionTitle", title, "furtherDecisions", further));
  }
}
