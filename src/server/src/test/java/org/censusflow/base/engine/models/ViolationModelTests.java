package org.censusflow.base.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.censusflow.base.process.governance.ViolationInvestigationProcess.*;
import static org.censusflow.base.process.governance.ViolationProcess.*;
import static org.censusflow.base.process.governance.ViolationTransferProcess.*;

import java.util.List;
import java.util.Map;
import org.censusflow.base.process.governance.ViolationInvestigationProcess;
import org.censusflow.base.process.governance.ViolationProcess;
import org.censusflow.base.process.governance.ViolationTransferProcess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ViolationModelTests extends ModelScene {

  @BeforeEach
  void setDeadlines() {
    steps.result("violationSteps.register", Map.of("taskSubject", "第1号"));
    steps.returns("violationSteps.bureau", "haicang-statistics");
    steps.returns("violationSteps.investigatorGroups", "haicang-statistics,haicang-census-office");
    steps.does("violationSteps.seal", it -> it.removeVariable("reportText"));
    steps.does(
        "violationSteps.offer",
        it -> it.setVariable("disposition", it.getVariable("proposedDisposition")));
    steps.does(
        "violationSteps.dispose",
        it ->
            it.setVariable(
                "caseTransferred",
                !List.of("correct", "fine").contains(it.getVariable("disposition"))));
    steps.days.putAll(Map.of("investigation-reminder", 5, "receipt-reminder", 5, "receipt", 10));
  }

  @Test
  void anOfficialsCaseIsTransferredAndItsReceiptAndResultComeBack() {
    ModelRun run = investigated("official", "yes");
    assertThat(run.variable("proposedDisposition")).isEqualTo("discipline-inspection");
    dispose(run);
    assertThat(run.groupsOf(TRANSFER_CASE)).containsExactly("haicang-statistics");
    run.complete(TRANSFER_CASE, Map.of("transferNumber", "1", "transferredOn", "2020-11-16"));
    run.complete(RECORD_RECEIPT, Map.of("receiptNumber", "2", "receivedOn", "2020-11-17"));
    assertThat(steps.calls).contains("violationSteps.recordTransfer");
    assertThat(steps.calls).endsWith("violationSteps.recordReceipt");
    run.complete(RECORD_RESULT, Map.of("caseResult", "已处理"));
    run.complete(DRAFT_NOTICE, Map.of("noticeText", "通报"));
    assertDealtWith(run);
  }

  @Test
  void aPersonIsOnlyToldToCorrectAndNothingIsTransferred() {
    ModelRun run = investigated("person", "yes");
    assertThat(run.variable("allowedDispositions")).isEqualTo("correct");
    assertThat(run.variable("fineLimit")).isEqualTo(0);
    dispose(run);
    run.complete(EXECUTE_DISPOSITION, Map.of("servedOn", "2020-11-17", "caseResult", "已改正"));
    assertThat(run.groupsOf(DRAFT_NOTICE)).containsExactly("haicang-census-leads");
    run.complete(DRAFT_NOTICE, Map.of("noticeText", "通报"));
    assertDealtWith(run);
  }

  @Test
  void theReportsOwnWordsAreGoneOnceTheyAreScreened() {
    ModelRun run = report();
    assertThat(run.groupsOf(SCREEN_REPORT)).containsExactly("haicang-statistics");
    screen(run, "accept");
    assertThat(steps.calls).contains("violationSteps.seal");
    assertThat(engine().getRuntimeService().createVariableInstanceQuery().list())
        .noneMatch(variable -> variable.getName().equals("reportText"));
  }

  @Test
  void aReportMayBeRejectedWithAReason() {
    ModelRun run = report();
    screen(run, "reject");
    assertThat(steps.calls).endsWith("violationSteps.reject");
    assertThat(run.ends()).containsExactly("EndEvent_ReportRejected");
    assertThat(run.ended()).isTrue();
  }

  @Test
  void aCaseWithoutFactsIsClosed() {
    ModelRun run = investigated("organisation", "no");
    assertThat(steps.calls).endsWith("violationSteps.closeUnfounded");
    assertThat(run.ends()).containsExactly("EndEvent_NoViolation");
    assertThat(run.ended()).isTrue();
  }

  @Test
  void anInvestigationMayGoBackAndIsRemindedOf() {
    ModelRun run = opened();
    assertThat(run.groupsOf(INVESTIGATE))
        .containsExactly("haicang-census-office", "haicang-statistics");
    run.days(6);
    assertThat(steps.count("violationSteps.remind")).isEqualTo(1);
    assertThat(run.called(ViolationInvestigationProcess.KEY).ends())
        .containsExactly("EndEvent_InvestigatorsReminded");
    investigate(run, "person", "yes");
    run.complete(COUNTERSIGN_INVESTIGATION, Map.of("decision", "return", "decisionReason", "不足"));
    assertThat(run.tasks()).containsExactly(INVESTIGATE);
    assertThat(run.called(ViolationInvestigationProcess.KEY).variable("returnReason"))
        .isEqualTo("不足");
  }

  @Test
  void aDraftMayGoBack() {
    ModelRun run = investigated("organisation", "yes");
    run.complete(DRAFT_DISPOSITION, Map.of("dispositionText", "初稿"));
    run.complete(APPROVE_DISPOSITION, Map.of("decision", "return", "decisionReason", "不当"));
    assertThat(run.tasks()).containsExactly(DRAFT_DISPOSITION);
  }

  @Test
  void aReceiptThatDoesNotComeIsAskedForThenUrgedUntilItComes() {
    ModelRun run = investigated("official", "yes");
    dispose(run);
    run.complete(TRANSFER_CASE, Map.of("transferNumber", "1", "transferredOn", "2020-11-16"));
    run.days(6);
    assertThat(steps.count("violationSteps.remindReceipt")).isEqualTo(1);
    run.days(5);
    assertThat(run.groupsOf(URGE_RECEIPT)).containsExactly("haicang-census-leads");
    assertThat(run.called(ViolationTransferProcess.KEY).ends())
        .contains("EndEvent_ReceiptReminded");
    run.complete(RECORD_RECEIPT, Map.of("receiptNumber", "2", "receivedOn", "2020-11-27"));
    assertThat(run.tasks()).containsExactly(RECORD_RESULT);
  }

  @Test
  void whatWasDoneAboutAMissingReceiptIsRecorded() {
    ModelRun run = investigated("official", "yes");
    dispose(run);
    run.complete(TRANSFER_CASE, Map.of("transferNumber", "1", "transferredOn", "2020-11-16"));
    run.days(11);
    run.complete(URGE_RECEIPT, Map.of("urgeNote", "已去函"));
    assertThat(run.called(ViolationTransferProcess.KEY).ends()).contains("EndEvent_ReceiptUrged");
    assertThat(run.tasks()).containsExactly(RECORD_RECEIPT);
  }

  private static ModelRun report() {
    return start(
        ViolationProcess.KEY,
        "V-1",
        Map.of(
            "district", "haicang",
            "reportChannel", "hotline",
            "reportedType", "interference",
            "reportText", "样例"));
  }

  private static void screen(ModelRun run, String decision) {
    run.complete(
        SCREEN_REPORT,
        Map.of("caseSummary", "摘要", "screeningDecision", decision, "screeningReason", "理由"));
  }

  private static ModelRun opened() {
    ModelRun run = report();
    screen(run, "accept");
    run.complete(NAME_INVESTIGATORS, Map.of("investigators", "two"));
    return run;
  }

  private static ModelRun investigated(String offender, String established) {
    ModelRun run = opened();
    investigate(run, offender, established);
    run.complete(COUNTERSIGN_INVESTIGATION, Map.of("decision", "approve"));
    return run;
  }

  private static void investigate(ModelRun run, String offender, String established) {
    run.complete(
        INVESTIGATE,
        Map.of(
            "offenderKind", offender,
            "violationType", "interference",
            "gravity", "ordinary",
            "factsFound", "事实",
            "evidenceList", "证据",
            "caseEstablished", established));
  }

  private static void dispose(ModelRun run) {
    run.complete(DRAFT_DISPOSITION, Map.of("dispositionText", "建议"));
    run.complete(APPROVE_DISPOSITION, Map.of("decision", "approve"));
  }

  private static void assertDealtWith(ModelRun run) {
    assertThat(steps.calls).endsWith("violationSteps.publish");
    assertThat(run.ends()).endsWith("EndEvent_ViolationDealtWith");
    assertThat(run.ended()).isTrue();
  }
}
