package org.censusflow.base.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.censusflow.base.process.mapping.BoundaryDisputeProcess.*;

import java.util.List;
import java.util.Map;
import org.censusflow.base.process.mapping.BoundaryDisputeProcess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BoundaryDisputeModelTests extends ModelScene {

  @BeforeEach
  void setDeadlines() {
    steps.result(
        "boundarySteps.register", Map.of("positionSummary", "", "boundaryOpinionSummary", ""));
    steps.returns("boundarySteps.sides", List.of("songyu", "xinyang"));
    steps.returns("boundarySteps.units", List.of("civil-affairs", "natural-resources"));
    steps.returns(
        "boundarySteps.bothAgree",
        (execution, words) -> steps.count("boundarySteps.recordSignature approve") == 2);
    steps.notes("boundarySteps.announceInterim", "interimSide");
    steps.notes("boundarySteps.recordSignature", "agreementDecision");
    for (String step :
        List.of(
            "recordPosition", "recordPositionSilence", "recordAcknowledgement", "recordUnread")) {
      steps.notes("boundarySteps." + step, "subdistrict");
    }
    steps.notes("boundarySteps.recordOpinion", "unit");
    steps.notes("boundarySteps.recordOpinionSilence", "unit");
    steps.days.put("opinion", 3);
    steps.days.put("coordination-reminder", 5);
  }

  @Test
  void bothSidesAgreeAndTheBoundaryIsPublished() {
    ModelRun run = heard();
    assertThat(run.groupsOf(MEDIATE_DISPUTE)).containsExactly("haicang-census-office");
    run.complete(MEDIATE_DISPUTE, agreed());
    sign(run, "songyu", "approve");
    sign(run, "xinyang", "approve");
    acknowledge(run, "songyu");
    acknowledge(run, "xinyang");
    assertThat(run.ended()).isTrue();
    assertThat(run.ends()).endsWith("EndEvent_BoundaryDecided");
    assertThat(run.ends())
        .contains(
            "EndEvent_PositionRecorded",
            "EndEvent_BoundaryOpinionRecorded",
            "EndEvent_MediationDone",
            "EndEvent_SignatureRecorded",
            "EndEvent_Acknowledged");
    assertThat(steps.calls)
        .startsWith("boundarySteps.register", "boundarySteps.announceInterim both")
        .contains("boundarySteps.recordDecision", "boundarySteps.publish")
        .endsWith("boundarySteps.recordAcknowledgement xinyang");
  }

  @Test
  void theLeadingGroupDecidesWhenMediationFails() {
    ModelRun run = heard();
    run.complete(MEDIATE_DISPUTE, Map.of("mediationDecision", "failed", "mediationReason", "样例分歧"));
    assertThat(run.groupsOf(DECIDE_DISPUTE)).containsExactly("haicang-leading-group");
    run.complete(DECIDE_DISPUTE, Map.of("boundaryLine", "样例界线"));
    assertThat(run.tasks()).containsExactly(ACKNOWLEDGE_BOUNDARY, ACKNOWLEDGE_BOUNDARY);
  }

  @Test
  void theLeadingGroupDecidesWhenOneSideDoesNotSign() {
    ModelRun run = heard();
    run.complete(MEDIATE_DISPUTE, agreed());
    sign(run, "songyu", "approve");
    sign(run, "xinyang", "return");
    assertThat(run.tasks()).containsExactly(DECIDE_DISPUTE);
  }

  @Test
  void whatReachesBeyondTheDistrictIsReferred() {
    ModelRun run = begin();
    run.complete(ACCEPT_DISPUTE, Map.of("acceptDecision", "refer", "acceptReason", "涉及邻区"));
    assertThat(run.ends()).containsExactly("EndEvent_DisputeReferred");
    assertThat(run.ended()).isTrue();
    assertThat(steps.calls).containsExactly("boundarySteps.register", "boundarySteps.refer");
  }

  @Test
  void whoIsSilentIsOnRecordAndTheDisputeGoesOn() {
    ModelRun run = accepted();
    run.days(4);
    assertThat(run.tasks()).containsExactly(GIVE_BOUNDARY_OPINION, GIVE_BOUNDARY_OPINION);
    run.days(4);
    assertThat(run.tasks()).containsExactly(MEDIATE_DISPUTE);
    assertThat(steps.calls)
        .contains(
            "boundarySteps.recordPositionSilence songyu",
            "boundarySteps.recordPositionSilence xinyang",
            "boundarySteps.recordOpinionSilence civil-affairs",
            "boundarySteps.recordOpinionSilence natural-resources");
    assertThat(run.ends()).contains("EndEvent_PositionSilent", "EndEvent_BoundaryOpinionSilent");
  }

  @Test
  void aLateMediationIsRemindedAndUrgedByTheLeads() {
    ModelRun run = heard();
    run.days(11);
    assertThat(steps.count("boundarySteps.remind")).isEqualTo(1);
    assertThat(run.groupsOf(URGE_MEDIATION)).containsExactly("haicang-census-leads");
    run.complete(URGE_MEDIATION, Map.of("urgeMeasure", "call", "urgeNote", "已催"));
    assertThat(run.ends()).contains("EndEvent_MediationReminded", "EndEvent_MediationUrged");
    run.complete(MEDIATE_DISPUTE, agreed());
    assertThat(run.tasks()).containsExactly(SIGN_AGREEMENT, SIGN_AGREEMENT);
  }

  @Test
  void aDecisionThatASideDoesNotReadIsInForceAllTheSame() {
    ModelRun run = heard();
    run.complete(MEDIATE_DISPUTE, agreed());
    sign(run, "songyu", "approve");
    sign(run, "xinyang", "approve");
    acknowledge(run, "songyu");
    run.days(11);
    assertThat(run.ended()).isTrue();
    assertThat(run.ends()).contains("EndEvent_Unread").endsWith("EndEvent_BoundaryDecided");
    assertThat(steps.calls).contains("boundarySteps.recordUnread xinyang");
  }

  private static ModelRun heard() {
    ModelRun run = accepted();
    for (String side : new String[] {"songyu", "xinyang"}) {
      run.completeFor("haicang-" + side + "-office", STATE_POSITION, Map.of());
    }
    for (String unit : new String[] {"civil-affairs", "natural-resources"}) {
      run.completeFor("haicang-" + unit, GIVE_BOUNDARY_OPINION, Map.of());
    }
    return run;
  }

  private static ModelRun accepted() {
    ModelRun run = begin();
    assertThat(run.groupsOf(ACCEPT_DISPUTE)).containsExactly("haicang-census-office");
    run.complete(
        ACCEPT_DISPUTE,
        Map.of(
            "acceptDecision", "accept",
            "firstSide", "songyu",
            "secondSide", "xinyang",
            "actualAdministration", "none",
            "residentsThere", true,
            "acceptReason", "样例"));
    return run;
  }

  private static Map<String, Object> agreed() {
    return Map.of(
        "mediationDecision", "agreed",
        "mediationReason", "样例",
        "boundaryLine", "样例界线",
        "countingSide", "songyu");
  }

  private static void sign(ModelRun run, String side, String decision) {
    run.completeFor(
        "haicang-" + side + "-office",
        SIGN_AGREEMENT,
        Map.of("decision", decision, "decisionReason", ""));
  }

  private static void acknowledge(ModelRun run, String side) {
    run.completeFor("haicang-" + side + "-office", ACKNOWLEDGE_BOUNDARY, Map.of());
  }

  private static ModelRun begin() {
    return start(
        BoundaryDisputeProcess.KEY,
        "B-1",
        Map.of("district", "haicang", "disputeSubject", "样例", "disputeText", "样例"));
  }
}
