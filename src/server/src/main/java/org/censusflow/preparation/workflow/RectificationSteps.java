package org.censusflow.preparation.workflow;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.censusflow.base.district.District;
import org.censusflow.base.district.Subdistrict;
import org.censusflow.base.form.FormValues;
import org.censusflow.base.process.preparation.RegisterRectificationProcess;
import org.censusflow.base.task.TaskDoers;
import org.censusflow.preparation.Judgement;
import org.censusflow.preparation.RectificationTotals;
import org.censusflow.preparation.RegisterRectifications;
import org.springframework.stereotype.Component;

/** The steps of {@code RegisterRectification}. */
@Component("rectificationSteps")
public class RectificationSteps {

  private static final String WINDOW = "register-rectification";

  private final PreparationInstance instance;
  private final Verdicts verdicts;
  private final TaskDoers doers;
  private final PlannedDates dates;
  private final RegisterRectifications rectifications;

  RectificationSteps(
      PreparationInstance instance,
      Verdicts verdicts,
      TaskDoers doers,
      PlannedDates dates,
      RegisterRectifications rectifications) {
    this.instance = instance;
    this.verdicts = verdicts;
    this.doers = doers;
    this.dates = dates;
    this.rectifications = rectifications;
  }

  public void register(DelegateExecution execution) {
    District district = instance.open(execution);
    rectifications.register(
        key(execution),
        district.census().id(),
        district.id(),
        district.subdistricts().stream().map(Subdistrict::key).toList());
    execution.setVariable("taskSubject", district.name() + "户口整顿");
    // A calling process states no request; the form shows the line all the same.
    String request = FormValues.text(execution, "rectificationRequest");
    execution.setVariable("rectificationRequest", request == null ? "按普查安排开展" : request);
  }

  /** The last day of the district's window; later when that leaves too little time from now. */
  public Date due(DelegateExecution execution) {
    return dates.due(instance.district(execution), WINDOW);
  }

  public Date reminder(DelegateExecution execution) {
    return dates.reminder(instance.district(execution), WINDOW);
  }

  public void remind(DelegateExecution execution) {
    rectifications.remind(key(execution), subdistrict(execution));
  }

  public void recordDeployment(DelegateExecution execution) {
    rectifications.deploy(
        key(execution),
        new RegisterRectifications.Deployment(
            FormValues.day(execution, "rectificationDeployedOn"),
            FormValues.number(execution, "stationsInvolved"),
            FormValues.number(execution, "officersInvolved"),
            FormValues.text(execution, "rectificationMeasures")),
        doers.last(execution, RegisterRectificationProcess.DEPLOY_RECTIFICATION));
  }

  /** The sums of the subdistrict, as those who check them read them. */
  public String summary(DelegateExecution execution) {
    return summary(rectifications.totals(key(execution), subdistrict(execution)));
  }

  public void recordConfirmation(DelegateExecution execution) {
    rectifications.confirm(key(execution), subdistrict(execution), verdict(execution, "Confirm"));
    RectificationTotals totals = rectifications.totals(key(execution), subdistrict(execution));
    execution.setVariable(
        "blocksKnown", rectifications.blocksKnown(key(execution), subdistrict(execution)));
    execution.setVariable(
        "blocksMissing", rectifications.blocksMissing(key(execution), subdistrict(execution)));
    execution.setVariable("registeredPersons", totals.registered());
    execution.setVariable("separatedExcess", totals.separatedExcess());
    execution.setVariable("openPerMille", totals.openPerMille());
  }

  public void recordAcceptance(DelegateExecution execution) {
    rectifications.accept(key(execution), subdistrict(execution), verdict(execution, "Accept"));
  }

  public void recordSettlement(DelegateExecution execution) {
    rectifications.settle(
        key(execution),
        subdistrict(execution),
        new RegisterRectifications.Settlement(
            FormValues.number(execution, "settledPersons"),
            FormValues.number(execution, "cancelledPersons"),
            FormValues.number(execution, "temporaryRegistered"),
            FormValues.text(execution, "settlementNote")),
        doers.last(execution, RegisterRectificationProcess.SETTLE_REGISTER));
  }

  public void handOver(DelegateExecution execution) {
    rectifications.complete(key(execution));
    execution.setVariable("rectificationSummary", summary(rectifications.totals(key(execution))));
  }

  private static String summary(RectificationTotals totals) {
    return "小区 %d 个；户籍 %d 人，流动 %d 人，人户分离 %d 人，应落未落 %d 人，应销未销 %d 人，港澳台居民 %d 人，外籍人员 %d 人"
        .formatted(
            totals.blocks(),
            totals.registered(),
            totals.floating(),
            totals.separated(),
            totals.unregistered(),
            totals.toCancel(),
            totals.overseas(),
            totals.foreigners());
  }

  private Judgement verdict(DelegateExecution execution, String task) {
    return verdicts.of(
        execution,
        "countsDecision",
        RegisterRectificationProcess.COUNT_REGISTER,
        "Task_" + task + "Counts");
  }

  private static String subdistrict(DelegateExecution execution) {
    return FormValues.text(execution, "subdistrict");
  }

  private static String key(DelegateExecution execution) {
    return execution.getProcessInstanceId();
  }
}
