package org.censusflow.base.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.censusflow.base.process.preparation.FundingProcess.*;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.task.Task;
import org.censusflow.base.process.preparation.FundingProcess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FundingModelTests extends ModelScene {

  private static final Map<String, Object> BUDGET =
      Map.of(
          "budgetTotal", 1000,
          "trancheCount", 2,
          "budgetPay", 700,
          "budgetPhone", 100,
          "budgetTraining", 100,
          "budgetPublicity", 50,
          "budgetOther", 50,
          "budgetNote", "样例");

  @BeforeEach
  void setDeadlines() {
    steps.days.put("allowancesFrom", 100);
    steps.returns("preparationSteps.subdistricts", List.of("songyu", "xinyang"));
    steps.returns(
        "fundingSteps.shortfall",
        (it, words) -> number(it, words.get(0)) - number(it, words.get(1)));
    steps.notes("fundingSteps.recordCheck", "subdistrict");
    steps.notes("fundingSteps.recordPayment", "subdistrict");
    steps.does(
        "fundingSteps.recordPayment",
        it -> it.setVariable("allowanceInFull", number(it, "allowancePaid") >= 500));
    steps.days.put("plan-reminder", 7);
    steps.days.put("rectification-reminder", 3);
    steps.days.put("rectification", 5);
    steps.days.put("report", 3);
    steps.result("fundingSteps.recordBudget", Map.of("fundsOutstanding", 1000L));
    steps.result("fundingSteps.recordRelease", Map.of("fundsOutstanding", 0L));
  }

  @Test
  void fundsAreBudgetedReviewedReleasedCheckedAndPaidOutForAcceptedWork() {
    ModelRun run = checked();
    assertThat(run.tasks()).isEmpty();
    run.days(101);
    pay(run, "songyu", 500);
    pay(run, "xinyang", 500);
    assertThat(steps.calls)
        .containsExactly(
            "fundingSteps.register",
            "fundingSteps.recordBudget",
            "fundingSteps.recordRelease",
            "fundingSteps.recordCheck songyu",
            "fundingSteps.recordCheck xinyang",
            "fundingSteps.recordPayment songyu",
            "fundingSteps.recordPayment xinyang",
            "fundingSteps.report");
    assertThat(run.ends())
        .contains("EndEvent_TrancheReleased", "EndEvent_FundsChecked", "EndEvent_AllowancePaid")
        .endsWith("EndEvent_FundsSecured");
    assertThat(run.ended()).isTrue();
  }

  @Test
  void aBudgetMayComeBackFromTheFinanceUnit() {
    ModelRun run = begin();
    assertThat(run.groupsOf(DRAFT_BUDGET)).containsExactly("haicang-census-office");
    run.complete(DRAFT_BUDGET, BUDGET);
    assertThat(run.groupsOf(REVIEW_BUDGET)).containsExactly("haicang-finance");
    run.complete(REVIEW_BUDGET, Map.of("decision", "return", "decisionReason", "核减"));
    assertThat(run.tasks()).containsExactly(DRAFT_BUDGET);
    assertThat(run.variable("returnReason")).isEqualTo("核减");
  }

  @Test
  void fundsComeInTranchesAndALateOneIsRemindedAndUrged() {
    steps.result("fundingSteps.recordRelease", Map.of("fundsOutstanding", 400L));
    ModelRun run = begin();
    run.complete(DRAFT_BUDGET, BUDGET);
    run.complete(REVIEW_BUDGET, Map.of("decision", "approve"));
    assertThat(run.groupsOf(RELEASE_TRANCHE)).containsExactly("haicang-finance");
    run.complete(RELEASE_TRANCHE, Map.of("trancheAmount", 600));
    assertThat(run.tasks()).containsExactly(RELEASE_TRANCHE);
    run.days(8);
    assertThat(steps.count("fundingSteps.remind")).isEqualTo(1);
    run.days(3);
    run.complete(URGE_TRANCHE, Map.of("urgeMeasure", "call", "urgeNote", "已联系"));
    assertThat(run.ends()).contains("EndEvent_TrancheReminded", "EndEvent_TrancheUrged");
    steps.result("fundingSteps.recordRelease", Map.of("fundsOutstanding", 0L));
    run.complete(RELEASE_TRANCHE, Map.of("trancheAmount", 400));
    assertThat(run.tasks()).containsExactly(CHECK_FUNDS, CHECK_FUNDS);
  }

  @Test
  void aShortfallBecomesARectificationThatIsCheckedAgain() {
    ModelRun run = released();
    check(run, PlayedSteps.SAMPLE_TEXT, 90, 0);
    assertThat(run.groupsOf(RECTIFY_FUNDS)).hasSize(1);
    run.days(4);
    assertThat(steps.count("fundingSteps.remind")).isEqualTo(1);
    run.days(2);
    assertThat(run.groupsOf(URGE_RECTIFY)).containsExactly("haicang-census-leads");
    run.complete(RECTIFY_FUNDS, Map.of("rectified", true, "rectifyNote", "已补足"));
    assertThat(run.tasks()).containsExactly(CHECK_FUNDS, CHECK_FUNDS, URGE_RECTIFY);
    check(run, PlayedSteps.SAMPLE_TEXT, 100, 0);
    check(run, PlayedSteps.SAMPLE_TEXT, 100, 0);
    assertThat(run.tasks()).isEmpty();
    assertThat(run.ends()).contains("EndEvent_RectifyReminded", "EndEvent_FundsChecked");
  }

  @Test
  void moneyThatDidNotServeTheCensusIsPutRightAndTheLeadsRecordTheirUrging() {
    ModelRun run = released();
    check(run, PlayedSteps.SAMPLE_TEXT, 100, 10);
    run.days(6);
    run.complete(URGE_RECTIFY, Map.of("urgeMeasure", "notice", "urgeNote", "已通报"));
    assertThat(run.ends()).contains("EndEvent_RectifyUrged");
    assertThat(run.tasks()).containsExactly(CHECK_FUNDS, RECTIFY_FUNDS);
  }

  @Test
  void workThatIsNotAcceptedIsListedAgainAndAPartPaymentIsNotTheEnd() {
    ModelRun run = checked();
    run.days(101);
    run.completeFor("haicang-songyu-office", LIST_ACCEPTED_WORK, work());
    run.complete(CONFIRM_ACCEPTED_WORK, Map.of("decision", "return", "decisionReason", "多报"));
    assertThat(run.tasks()).containsExactly(LIST_ACCEPTED_WORK, LIST_ACCEPTED_WORK);
    run.completeFor("haicang-songyu-office", LIST_ACCEPTED_WORK, work());
    run.complete(CONFIRM_ACCEPTED_WORK, Map.of("decision", "approve"));
    run.complete(PAY_ALLOWANCE, Map.of("allowancePaid", 200));
    assertThat(run.tasks()).containsExactly(LIST_ACCEPTED_WORK, PAY_ALLOWANCE);
    run.days(4);
    run.complete(URGE_ALLOWANCE, Map.of("urgeMeasure", "call", "urgeNote", "已联系"));
    assertThat(run.ends()).contains("EndEvent_AllowanceUrged");
    run.complete(PAY_ALLOWANCE, Map.of("allowancePaid", 500));
    assertThat(run.tasks()).containsExactly(LIST_ACCEPTED_WORK);
  }

  private static void pay(ModelRun run, String subdistrict, int amount) {
    run.completeFor("haicang-" + subdistrict + "-office", LIST_ACCEPTED_WORK, work());
    run.complete(CONFIRM_ACCEPTED_WORK, Map.of("decision", "approve"));
    run.complete(PAY_ALLOWANCE, Map.of("allowancePaid", amount));
  }

  private static Map<String, Object> work() {
    return Map.of(
        "acceptedBlocks", 10,
        "paidEnumerators", 10,
        "paidSupervisors", 2,
        "allowanceDue", 400,
        "phoneDue", 100,
        "workNote", "样例");
  }

  /** Both subdistricts' checks wait for the same unit: whichever comes first is done. */
  private static void check(ModelRun run, String subject, int received, int misused) {
    Task task =
        engine().getTaskService().createTaskQuery().taskDefinitionKey(CHECK_FUNDS).list().stream()
            .min(java.util.Comparator.comparing(Task::getCreateTime).thenComparing(Task::getId))
            .orElseThrow();
    assertThat(engine().getTaskService().getVariable(task.getId(), "taskSubject"))
        .isEqualTo(subject);
    engine()
        .getTaskService()
        .complete(
            task.getId(),
            Map.of(
                "fundsAllotted",
                100,
                "fundsReceived",
                received,
                "fundsDueOn",
                "2020-11-01",
                "fundsReceivedOn",
                "2020-11-01",
                "fundsMisused",
                misused));
    run.work();
  }

  private static ModelRun checked() {
    ModelRun run = released();
    check(run, PlayedSteps.SAMPLE_TEXT, 100, 0);
    check(run, PlayedSteps.SAMPLE_TEXT, 100, 0);
    return run;
  }

  private static ModelRun released() {
    ModelRun run = begin();
    run.complete(DRAFT_BUDGET, BUDGET);
    run.complete(REVIEW_BUDGET, Map.of("decision", "approve"));
    run.complete(RELEASE_TRANCHE, Map.of("trancheAmount", 1000));
    return run;
  }

  private static ModelRun begin() {
    return start(FundingProcess.KEY, "F-1", Map.of("district", "haicang", "fundingRequest", "样例"));
  }

  private static long number(DelegateExecution execution, String name) {
    return ((Number) execution.getVariable(name)).longValue();
  }
}
