package org.censusflow.postenumeration.quality.workflow;

import static org.censusflow.base.form.FormValues.day;
import static org.censusflow.base.form.FormValues.text;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.censusflow.base.district.District;
import org.censusflow.base.district.Districts;
import org.censusflow.base.district.DueDates;
import org.censusflow.base.form.FormValues;
import org.censusflow.base.process.postenumeration.QualityCheckProcess;
import org.censusflow.base.task.TaskDoers;
import org.censusflow.postenumeration.quality.QualityChecks;
import org.censusflow.postenumeration.quality.QualityChecks.Totals;
import org.springframework.stereotype.Component;

/** The steps of {@code QualityCheck}. */
@Component("qualityCheckSteps")
public class QualityCheckSteps {

  private static final String WINDOW = "quality-check";

  private final Districts districts;
  private final DueDates dueDates;
  private final QualityChecks checks;
  private final Clock clock;
  private final TaskDoers doers;

  QualityCheckSteps(
      Districts districts, DueDates dueDates, QualityChecks checks, Clock clock, TaskDoers doers) {
    this.districts = districts;
    this.dueDates = dueDates;
    this.checks = checks;
    this.clock = clock;
    this.doers = doers;
  }

  public void open(DelegateExecution execution) {
    District district = district(execution);
    checks.open(key(execution), district.census().id(), district.id());
    execution.setVariable("district", district.id());
    execution.setVariable("censusId", district.census().id());
    execution.setVariable("taskSubject", district.census().name());
    execution.setVariable("returnReason", "");
  }

  public void recordNoSample(DelegateExecution execution) {
    checks.recordNoSample(key(execution), source(execution));
  }

  /**
   * The check is due at the end of the district's window for it, or of the phase if that is later.
   */
  public void recordSample(DelegateExecution execution) {
    District district = district(execution);
    Instant due = dueDates.due(district, "phase", clock.instant());
    Instant windowEnd =
        district.windows().stream()
            .filter(window -> WINDOW.equals(window.phase()))
            .findFirst()
            .map(window -> dueDates.closing(district, window.to()))
            .orElse(due);
    Instant latest = windowEnd.isAfter(due) ? windowEnd : due;
    checks.recordSample(key(execution), source(execution), codes(execution), latest);
    execution.setVariable("checkKey", key(execution));
    execution.setVariable("checkDueAt", Date.from(latest));
  }

  private QualityChecks.Source source(DelegateExecution execution) {
    return new QualityChecks.Source(
        text(execution, "sampleLevel"),
        text(execution, "sampleIssuer"),
        text(execution, "sampleDocument"),
        day(execution, "sampleIssuedOn"),
        doers.last(execution, QualityCheckProcess.RECORD_SAMPLE));
  }

  /** The block codes that the officer wrote, one a line. */
  static List<String> codes(VariableScope scope) {
    return FormValues.codes(scope, "sampleBlocks").stream().distinct().toList();
  }

  public List<String> blocks(DelegateExecution execution) {
    return checks.blocks(key(execution));
  }

  public String lateBlocks(DelegateExecution execution) {
    return String.join("、", checks.openBlocks(key(execution)));
  }

  public void sumUp(DelegateExecution execution) {
    Totals totals = checks.totals(key(execution));
    execution.setVariable(
        "checkSummary",
        """
        - 样本小区 %d 个
        - 独立调查 %d 户、%d 人，没有调查到 %d 户
        - 登记库中这些小区 %d 人
        - 相符 %d 人，只在登记 %d 人，只在调查 %d 人，没有查清 %d 人
        - 登记的问题 %d 项，均已整改
        """
            .formatted(
                totals.blocks(),
                totals.checkHouseholds(),
                totals.checkPersons(),
                totals.refusals(),
                totals.censusPersons(),
                totals.matched(),
                totals.onlyCensus(),
                totals.onlyCheck(),
                totals.unresolved(),
                totals.findings()));
  }

  public String materialSheet(DelegateExecution execution) {
    return text(execution, "checkSummary") + "\n\n" + text(execution, "materialText");
  }

  public void close(DelegateExecution execution) {
    checks.handOver(
        key(execution),
        new QualityChecks.Report(
            text(execution, "materialText"),
            doers.last(execution, QualityCheckProcess.PREPARE_MATERIAL),
            doers.last(execution, QualityCheckProcess.REVIEW_MATERIAL),
            text(execution, "materialReceiver"),
            text(execution, "materialNumber"),
            day(execution, "materialOn")),
        doers.last(execution, QualityCheckProcess.HAND_OVER_MATERIAL));
  }

  private static String key(DelegateExecution execution) {
    return execution.getProcessInstanceId();
  }

  private District district(DelegateExecution execution) {
    return districts.require(execution.getTenantId());
  }
}
