package org.censusflow.preparation.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.censusflow.base.process.preparation.FundingProcess.*;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.censusflow.base.engine.TaskRefused;
import org.censusflow.base.process.preparation.FundingProcess;
import org.junit.jupiter.api.Test;

class FundingTests extends PreparationScene {

  private static final List<String> OFFICES =
      List.of("hc-haicang-office", "hc-songyu-office", "hc-xinyang-office", "hc-dongfu-office");

  @Test
  void aBudgetIsReleasedInTranchesAndNeverBeyondItself() {
    start("hc-office-1", FundingProcess.KEY, Map.of("fundingRequest", "样例"));
    assertThatThrownBy(() -> complete("hc-office-1", DRAFT_BUDGET, budget(1001)))
        .isInstanceOf(TaskRefused.class)
        .hasMessageContaining("CF-E530");
    complete("hc-office-1", DRAFT_BUDGET, budget(1000));
    complete("hc-finance", REVIEW_BUDGET, Map.of("decision", "approve"));
    complete("hc-finance", RELEASE_TRANCHE, tranche(600));
    runtime.setVariable(task(RELEASE_TRANCHE).getProcessInstanceId(), "fundsOutstanding", 9_999L);
    assertThatThrownBy(() -> complete("hc-finance", RELEASE_TRANCHE, tranche(401)))
        .isInstanceOf(TaskRefused.class)
        .hasMessageContaining("CF-E531");
    complete("hc-finance", RELEASE_TRANCHE, tranche(400));
    assertThat(openTasks()).hasSize(4).containsOnly(CHECK_FUNDS);
    assertThat(figures.fundsAvailable("haicang-2020", 4)).isFalse();
  }

  @Test
  void fundsAreAvailableWhenTheLastSubdistrictIsInOrder() {
    start("hc-office-1", FundingProcess.KEY, Map.of("fundingRequest", "样例"));
    release();
    check(100, 0);
    check(90, 0);
    check(100, 10);
    check(100, 0);
    assertThat(openTasks()).containsExactly(RECTIFY_FUNDS, RECTIFY_FUNDS);
    assertThat(figures.subdistrictsInFunds("haicang-2020")).isEqualTo(2);
    assertThat(figures.fundsAvailable("haicang-2020", 4)).isFalse();
    int rectified = 0;
    for (String office : OFFICES) {
      if (waitsFor(office, RECTIFY_FUNDS)) {
        complete(office, RECTIFY_FUNDS, Map.of("rectified", true, "rectifyNote", "已整改"));
        check(100, 0);
        rectified++;
      }
    }
    assertThat(rectified).isEqualTo(2);
    assertThat(figures.fundsAvailable("haicang-2020", 4)).isTrue();
    assertThat(figures.fundsAvailable("xiangshan-2020", 4)).isFalse();
  }

  @Test
  void allowancesArePaidForAcceptedWorkWhenRegistrationHasEnded() {
    final String funding = start("hc-office-1", FundingProcess.KEY, Map.of("fundingRequest", "样例"));
    release();
    for (int i = 0; i < 4; i++) {
      check(100, 0);
    }
    now("2020-11-30T09:29:00Z");
    days(0);
    assertThat(openTasks()).isEmpty();
    now("2020-11-30T09:31:00Z");
    days(0);
    assertThat(openTasks()).hasSize(4).containsOnly(LIST_ACCEPTED_WORK);
    for (String office : OFFICES) {
      complete(office, LIST_ACCEPTED_WORK, work());
      complete("hc-office-1", CONFIRM_ACCEPTED_WORK, Map.of("decision", "approve"));
      complete("hc-finance", PAY_ALLOWANCE, payment(150));
      assertThatThrownBy(() -> complete("hc-finance", PAY_ALLOWANCE, payment(51)))
          .isInstanceOf(TaskRefused.class)
          .hasMessageContaining("CF-E533");
      complete("hc-finance", PAY_ALLOWANCE, payment(50));
    }
    assertThat(ended(funding)).isTrue();
    assertThat(column("census_budget", "status", funding)).isEqualTo("SECURED");
    assertThat(jdbc.sql("select sum(paid) from allowance_payment").query(Long.class).single())
        .isEqualTo(800);
  }

  private void release() {
    complete("hc-office-1", DRAFT_BUDGET, budget(1000));
    complete("hc-finance", REVIEW_BUDGET, Map.of("decision", "approve"));
    complete("hc-finance", RELEASE_TRANCHE, tranche(1000));
  }

  private void check(int received, int misused) {
    completeFirst(
        "hc-finance",
        CHECK_FUNDS,
        Map.of(
            "fundsAllotted",
            100,
            "fundsReceived",
            received,
            "fundsDueOn",
            "2020-02-01",
            "fundsReceivedOn",
            "2020-02-03",
            "fundsMisused",
            misused));
  }

  private static Map<String, Object> budget(int total) {
    Map<String, Object> form = new HashMap<>();
    form.put("budgetTotal", total);
    form.put("trancheCount", 2);
    form.put("budgetPay", 700);
    form.put("budgetPhone", 100);
    form.put("budgetTraining", 100);
    form.put("budgetPublicity", 50);
    form.put("budgetOther", 50);
    form.put("budgetNote", "样例");
    return form;
  }

  private static Map<String, Object> tranche(int amount) {
    return Map.of("trancheAmount", amount, "trancheOn", "2020-02-03");
  }

  private static Map<String, Object> work() {
    return Map.of(
        "acceptedBlocks", 10,
        "paidEnumerators", 10,
        "paidSupervisors", 2,
        "allowanceDue", 160,
        "phoneDue", 40,
        "workNote", "样例");
  }

  private static Map<String, Object> payment(int amount) {
    return Map.of("allowancePaid", amount, "paidOn", "2020-11-30");
  }
}
