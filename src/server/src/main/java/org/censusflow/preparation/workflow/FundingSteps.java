package org.censusflow.preparation.workflow;

import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.censusflow.base.district.District;
import org.censusflow.base.district.DueDates;
import org.censusflow.base.form.FormValues;
import org.censusflow.base.process.preparation.FundingProcess;
import org.censusflow.base.task.TaskDoers;
import org.censusflow.preparation.Funds;
import org.springframework.stereotype.Component;

/** The steps of {@code Funding}. */
@Component("fundingSteps")
public class FundingSteps {

  private final PreparationInstance instance;
  private final Verdicts verdicts;
  private final TaskDoers doers;
  private final Funds funds;
  private final DueDates dueDates;

  FundingSteps(
      PreparationInstance instance,
      Verdicts verdicts,
      TaskDoers doers,
      Funds funds,
      DueDates dueDates) {
    this.instance = instance;
    this.verdicts = verdicts;
    this.doers = doers;
    this.funds = funds;
    this.dueDates = dueDates;
  }

  public void register(DelegateExecution execution) {
    District district = instance.open(execution);
    funds.register(execution.getProcessInstanceId(), district.census().id(), district.id());
    execution.setVariable("taskSubject", district.name() + "普查经费");
    execution.setVariable("fundingRequest", FormValues.text(execution, "fundingRequest"));
  }

  public void remind(DelegateExecution execution) {
    funds.remind(execution.getProcessInstanceId());
  }

  public void recordBudget(DelegateExecution execution) {
    funds.review(
        execution.getProcessInstanceId(),
        new Funds.Budget(
            FormValues.amount(execution, "budgetTotal"),
            FormValues.number(execution, "trancheCount"),
            FormValues.amount(execution, "budgetPay"),
            FormValues.amount(execution, "budgetPhone"),
            FormValues.amount(execution, "budgetTraining"),
            FormValues.amount(execution, "budgetPublicity"),
            FormValues.amount(execution, "budgetOther")),
        verdicts.of(
            execution,
            "budgetDecision",
            FundingProcess.DRAFT_BUDGET,
            FundingProcess.REVIEW_BUDGET));
    tellBalance(execution);
  }

  public void recordRelease(DelegateExecution execution) {
    funds.release(
        execution.getProcessInstanceId(),
        FormValues.amount(execution, "trancheAmount"),
        FormValues.day(execution, "trancheOn"),
        doers.last(execution, FundingProcess.RELEASE_TRANCHE));
    tellBalance(execution);
  }

  private void tellBalance(DelegateExecution execution) {
    Funds.Balance balance = funds.balance(execution.getProcessInstanceId());
    execution.setVariable("fundsReleased", balance.released());
    execution.setVariable("fundsOutstanding", balance.outstanding());
    execution.setVariable("trancheNumber", balance.releases() + 1);
  }

  /** Days from the day that money was due to the day that it came; zero when it came in time. */
  public int daysLate(DelegateExecution execution, String dueDay, String day) {
    long days =
        ChronoUnit.DAYS.between(FormValues.day(execution, dueDay), FormValues.day(execution, day));
    return (int) Math.max(0, days);
  }

  /** What is missing from an amount that was due; zero when nothing is. */
  public long shortfall(DelegateExecution execution, String due, String actual) {
    return Math.max(0, FormValues.amount(execution, due) - FormValues.amount(execution, actual));
  }

  public void recordCheck(DelegateExecution execution) {
    funds.check(
        execution.getProcessInstanceId(),
        new Funds.Check(
            FormValues.text(execution, "subdistrict"),
            FormValues.amount(execution, "fundsAllotted"),
            FormValues.amount(execution, "fundsReceived"),
            FormValues.day(execution, "fundsDueOn"),
            FormValues.day(execution, "fundsReceivedOn"),
            FormValues.amount(execution, "fundsMisused"),
            FormValues.flag(execution, "fundsInOrder"),
            FormValues.text(execution, "fundsFinding"),
            FormValues.text(execution, "rectifyNote")),
        doers.last(execution, FundingProcess.CHECK_FUNDS));
  }

  /** Allowances follow accepted work, which there is when the registration phase has ended. */
  public Date allowancesFrom(DelegateExecution execution) {
    District district = instance.district(execution);
    return Date.from(dueDates.closing(district, district.window("registration").to()));
  }

  public void recordPayment(DelegateExecution execution) {
    long due =
        FormValues.amount(execution, "allowanceDue") + FormValues.amount(execution, "phoneDue");
    long paid =
        funds.pay(
            execution.getProcessInstanceId(),
            new Funds.Payment(
                FormValues.text(execution, "subdistrict"),
                FormValues.number(execution, "acceptedBlocks"),
                FormValues.number(execution, "paidEnumerators"),
                FormValues.number(execution, "paidSupervisors"),
                due,
                FormValues.amount(execution, "allowancePaid"),
                FormValues.day(execution, "paidOn")),
            doers.last(execution, FundingProcess.CONFIRM_ACCEPTED_WORK),
            doers.last(execution, FundingProcess.PAY_ALLOWANCE));
    execution.setVariable("allowanceTotal", paid);
    execution.setVariable("allowanceInFull", paid >= due);
  }

  public void report(DelegateExecution execution) {
    String key = execution.getProcessInstanceId();
    Funds.Balance balance = funds.balance(key);
    funds.secure(key);
    execution.setVariable(
        "fundsSummary",
        "预算 %d 元，分 %d 批拨付 %d 元；两员补贴发放 %d 元"
            .formatted(
                balance.total(),
                balance.releases(),
                balance.released(),
                funds.allowancesPaid(key)));
  }
}
