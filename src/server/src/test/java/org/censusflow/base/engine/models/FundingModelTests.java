package org.censusflow.base.engine.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.task.Task;
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
    assertThat(run.groupsOf("Task_DraftBudget")).containsExactly("haicang-census-office");
    run.complete("Task_DraftBudget", BUDGET);
    assertThat(run.groupsOf("Task_ReviewBudget")).containsExactly("haicang-finance");
    run.complete("Task_ReviewBudget", Map.of("decision", "return", "decisionReason", "核减"));
    assertThat(run.tasks()).containsExactly("Task_DraftBudget");
    assertThat(run.variable("returnReason")).isEqualTo("核减");
  }

  @Test
  void fundsComeInTranchesAndALateOneIsRemindedAndUrged() {
    steps.result("fundingSteps.recordRelease", Map.of("fundsOutstanding", 400L));
    ModelRun run = begin();
    run.complete("Task_DraftBudget", BUDGET);
    run.complete("Task_ReviewBudget", Map.of("decision", "approve"));
    assertThat(run.groupsOf("Task_ReleaseTranche")).containsExactly("haicang-finance");
    run.complete("Task_ReleaseTranche", Map.of("trancheAmount", 600));
    assertThat(run.tasks()).containsExactly("Task_ReleaseTranche");
    run.days(8);
    assertThat(steps.count("fundingSteps.remind")).isEqualTo(1);
    run.days(3);
    run.complete("Task_UrgeTranche", Map.of("urgeMeasure", "call", "urgeNote", "已联系"));
    assertThat(run.ends()).contains("EndEvent_TrancheReminded", "EndEvent_TrancheUrged");
    steps.result("fundingSteps.recordRelease", Map.of("fundsOutstanding", 0L));
    run.complete("Task_ReleaseTranche", Map.of("trancheAmount", 400));
    assertThat(run.tasks()).containsExactly("Task_CheckFunds", "Task_CheckFunds");
  }

  @Test
  void aShortfallBecomesARectificationThatIsCheckedAgain() {
    ModelRun run = released();
    check(run, StepRecorder.SAMPLE_TEXT, 90, 0);
    assertThat(run.groupsOf("Task_RectifyFunds")).hasSize(1);
    run.days(4);
    assertThat(steps.count("fundingSteps.remind")).isEqualTo(1);
    run.days(2);
    assertThat(run.groupsOf("Task_UrgeRectify")).containsExactly("haicang-census-leads");
    run.complete("Task_RectifyFunds", Map.of("rectified", true, "rectifyNote", "已补足"));
    assertThat(run.tasks())
        .containsExactly("Task_CheckFunds", "Task_CheckFunds", "Task_UrgeRectify");
    check(run, StepRecorder.SAMPLE_TEXT, 100, 0);
    check(run, StepRecorder.SAMPLE_TEXT, 100, 0);
    assertThat(run.tasks()).isEmpty();
    assertThat(run.ends()).contains("EndEvent_RectifyReminded", "EndEvent_FundsChecked");
  }

  @Test
  void moneyThatDidNotServeTheCensusIsPutRightAndTheLeadsRecordTheirUrging() {
    ModelRun run = released();
    check(run, StepRecorder.SAMPLE_TEXT, 100, 10);
    run.days(6);
    run.complete("Task_UrgeRectify", Map.of("urgeMeasure", "notice", "urgeNote", "已通报"));
    assertThat(run.ends()).contains("EndEvent_RectifyUrged");
    assertThat(run.tasks()).containsExactly("Task_CheckFunds", "Task_RectifyFunds");
  }

  @Test
  void workThatIsNotAcceptedIsListedAgainAndAPartPaymentIsNotTheEnd() {
    ModelRun run = checked();
    run.days(101);
    run.completeFor("haicang-songyu-office", "Task_ListAcceptedWork", work());
    run.complete("Task_ConfirmAcceptedWork", Map.of("decision", "return", "decisionReason", "多报"));
    assertThat(run.tasks()).containsExactly("Task_ListAcceptedWork", "Task_ListAcceptedWork");
    run.completeFor("haicang-songyu-office", "Task_ListAcceptedWork", work());
    run.complete("Task_ConfirmAcceptedWork", Map.of("decision", "approve"));
    run.complete("Task_PayAllowance", Map.of("allowancePaid", 200));
    assertThat(run.tasks()).containsExactly("Task_ListAcceptedWork", "Task_PayAllowance");
    run.days(4);
    run.complete("Task_UrgeAllowance", Map.of("urgeMeasure", "call", "urgeNote", "已联系"));
    assertThat(run.ends()).contains("EndEvent_AllowanceUrged");
    run.complete("Task_PayAllowance", Map.of("allowancePaid", 500));
    assertThat(run.tasks()).containsExactly("Task_ListAcceptedWork");
  }

  private static void pay(ModelRun run, String subdistrict, int amount) {
    run.completeFor("haicang-" + subdistrict + "-office", "Task_ListAcceptedWork", work());
    run.complete("Task_ConfirmAcceptedWork", Map.of("decision", "approve"));
    run.complete("Task_PayAllowance", Map.of("allowancePaid", amount));
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
        engine()
            .getTaskService()
            .createTaskQuery()
            .taskDefinitionKey("Task_CheckFunds")
            .list()
            .stream()
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
    check(run, StepRecorder.SAMPLE_TEXT, 100, 0);
    check(run, StepRecorder.SAMPLE_TEXT, 100, 0);
    return run;
  }

  private static ModelRun released() {
    ModelRun run = begin();
    run.complete("Task_DraftBudget", BUDGET);
    run.complete("Task_ReviewBudget", Map.of("decision", "approve"));
    run.complete("Task_ReleaseTranche", Map.of("trancheAmount", 1000));
    return run;
  }

  private static ModelRun begin() {
    return start("Funding", "F-1", Map.of("district", "haicang", "fundingRequest", "样例"));
  }

  private static long number(DelegateExecution execution, String name) {
    return ((Number) execution.getVariable(name)).longValue();
  }
}
