package org.censusflow.base.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.censusflow.base.process.governance.LeadingGroupMeetingProcess.*;
import static org.censusflow.base.process.governance.MatterFollowUpProcess.*;

import java.util.List;
import java.util.Map;
import org.censusflow.base.process.governance.LeadingGroupMeetingProcess;
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
    assertThat(run.groupsOf(SIGN_MINUTES)).containsExactly("haicang-leading-group");
    run.complete(SIGN_MINUTES, Map.of("decision", "approve"));
    assertThat(run.tasks()).containsExactly(REPORT_MATTER, REPORT_MATTER);
    run.completeOneOf(REPORT_MATTER);
    run.complete(CONFIRM_MATTER, Map.of("decision", "approve"));
    assertThat(run.ended()).isFalse();
    run.completeOneOf(REPORT_MATTER);
    run.complete(CONFIRM_MATTER, Map.of("decision", "approve"));
    assertThat(steps.calls).endsWith("meetingSteps.close");
    assertThat(run.ends()).endsWith("EndEvent_DecisionsCarriedOut");
    assertThat(run.ended()).isTrue();
  }

  @Test
  void theOfficeDraftsTheLeadingGroupConvenesAndTheGovernmentOfficeInvites() {
    ModelRun run = call();
    assertThat(run.groupsOf(DRAFT_AGENDA)).containsExactly("haicang-census-office");
    run.complete(DRAFT_AGENDA, Map.of("agendaText", "议程"));
    assertThat(run.groupsOf(CONVENE_MEETING)).containsExactly("haicang-leading-group");
    run.complete(CONVENE_MEETING, CONVENED);
    assertThat(run.groupsOf(SEND_NOTICE)).containsExactly("haicang-government-office");
    run.complete(SEND_NOTICE, Map.of("noticeSent", true));
    assertThat(run.groupsOf(RECORD_MINUTES)).containsExactly("haicang-census-office");
  }

  @Test
  void anAgendaMayGoBackWithAReason() {
    ModelRun run = call();
    run.complete(DRAFT_AGENDA, Map.of("agendaText", "初稿"));
    run.complete(CONVENE_MEETING, Map.of("meetingDecision", "return", "meetingReason", "缺"));
    assertThat(run.tasks()).containsExactly(DRAFT_AGENDA);
    assertThat(run.variable("returnReason")).isEqualTo("缺");
  }

  @Test
  void aMeetingMayBeCancelled() {
    ModelRun run = call();
    run.complete(DRAFT_AGENDA, Map.of("agendaText", "议程"));
    run.complete(CONVENE_MEETING, Map.of("meetingDecision", "cancel", "meetingReason", "改"));
    assertThat(steps.calls).endsWith("meetingSteps.cancel");
    assertThat(run.ends()).containsExactly("EndEvent_MeetingCancelled");
    assertThat(run.ended()).isTrue();
  }

  @Test
  void aMeetingWithoutDecisionsEndsWithItsMinutes() {
    ModelRun run = convened();
    minute(run, "no");
    run.complete(SIGN_MINUTES, Map.of("decision", "approve"));
    assertThat(steps.calls).endsWith("meetingSteps.issueMinutes");
    assertThat(run.ends()).containsExactly("EndEvent_MeetingHeld");
    assertThat(run.ended()).isTrue();
  }

  @Test
  void minutesThatGoBackAreRecordedAnew() {
    ModelRun run = convened();
    minute(run, "yes");
    decide(run, "其一", "no");
    run.complete(SIGN_MINUTES, Map.of("decision", "return", "decisionReason", "期限不当"));
    assertThat(steps.calls).endsWith("meetingSteps.reopenMinutes");
    assertThat(run.tasks()).containsExactly(RECORD_MINUTES);
    assertThat(run.variable("decisionCount")).isEqualTo(0);
  }

  private static ModelRun call() {
    return start(
        LeadingGroupMeetingProcess.KEY,
        "M-1",
        Map.of("district", "haicang", "meetingTitle", "样例会议", "meetingOccasion", "progress"));
  }

  private static ModelRun convened() {
    ModelRun run = call();
    run.complete(DRAFT_AGENDA, Map.of("agendaText", "议程"));
    run.complete(CONVENE_MEETING, CONVENED);
    run.complete(SEND_NOTICE, Map.of("noticeSent", true));
    return run;
  }

  private static void minute(ModelRun run, String decisions) {
    run.complete(RECORD_MINUTES, Map.of("minutesText", "纪要", "decisionsMade", decisions));
  }

  private static void decide(ModelRun run, String title, String further) {
    run.complete(RECORD_DECISION, Map.of("decisionTitle", title, "furtherDecisions", further));
  }
}
