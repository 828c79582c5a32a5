package org.censusflow.preparation.workflow;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.censusflow.base.district.Districts;
import org.censusflow.base.engine.TaskRefused;
import org.censusflow.base.form.FormValues;
import org.censusflow.base.process.preparation.FundingProcess;
import org.censusflow.base.task.TaskRule;
import org.censusflow.preparation.Funds;
import org.censusflow.preparation.Staff;
import org.springframework.stereotype.Component;

/** Sums of money add up: a budget to its total, a payment to no more than what is still owed. */
@Component
class FundsRule implements TaskRule {

  private static final Set<String> TASKS =
      Set.of(
          FundingProcess.DRAFT_BUDGET,
          FundingProcess.CHECK_FUNDS,
          FundingProcess.LIST_ACCEPTED_WORK,
          FundingProcess.PAY_ALLOWANCE);

  private final Districts districts;
  private final Staff staff;
  private final Funds funds;

  FundsRule(Districts districts, Staff staff, Funds funds) {
    this.funds = funds;
    this.districts = districts;
    this.staff = staff;
  }

  @Override
  public boolean appliesTo(String taskDefinitionKey) {
    return TASKS.contains(taskDefinitionKey);
  }

  @Override
  public void check(DelegateTask task) {
    switch (task.getTaskDefinitionKey()) {
      case FundingProcess.DRAFT_BUDGET -> checkBudget(task);
      case FundingProcess.CHECK_FUNDS -> checkDueDay(task);
      case FundingProcess.LIST_ACCEPTED_WORK -> checkAllowance(task);
      default -> checkPayment(task);
    }
  }

  private static void checkBudget(DelegateTask task) {
    long sum =
        sum(task, "budgetPay", "budgetPhone", "budgetTraining", "budgetPublicity", "budgetOther");
    if (sum != FormValues.amount(task, "budgetTotal")) {
      throw new TaskRefused("CF-E530 各项预算之和为 " + sum + " 元，与预算总额不符。");
    }
  }

  private static void checkDueDay(DelegateTask task) {
    if (FormValues.day(task, "fundsDueOn") == null) {
      throw new TaskRefused("CF-E512 请填写有效的日期。");
    }
  }

  private void checkAllowance(DelegateTask task) {
    if (sum(task, "allowanceDue", "phoneDue") == 0
        || sum(task, "paidEnumerators", "paidSupervisors") == 0) {
      throw new TaskRefused("CF-E532 请填写应发补贴的人数和金额。");
    }
    String censusId = districts.require(task.getTenantId()).census().id();
    Staff.Team certified = staff.certifiedIn(censusId, FormValues.text(task, "subdistrict"));
    boolean known = certified.people() > 0;
    if (known
        && (FormValues.number(task, "paidEnumerators") > certified.enumerators()
            || FormValues.number(task, "paidSupervisors") > certified.supervisors())) {
      throw new TaskRefused("CF-E535 应发补贴的人数多于本街道持证的普查员或者指导员。");
    }
  }

  private void checkPayment(DelegateTask task) {
    long paid =
        funds.allowancesPaid(
            task.getProcessInstanceId(), FormValues.text(task.getExecution(), "subdistrict"));
    long left = sum(task.getExecution(), "allowanceDue", "phoneDue") - paid;
    if (FormValues.amount(task, "allowancePaid") > left) {
      throw new TaskRefused("CF-E533 本次发放超过尚未发放的 " + left + " 元。");
    }
  }

  private static long sum(VariableScope task, String... names) {
    long sum = 0;
    for (String name : names) {
      sum += FormValues.amount(task, name);
    }
    return sum;
  }
}
