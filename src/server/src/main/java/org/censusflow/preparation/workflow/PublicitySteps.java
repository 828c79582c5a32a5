package org.censusflow.preparation.workflow;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.censusflow.base.district.District;
import org.censusflow.base.district.Unit;
import org.censusflow.base.form.FormValues;
import org.censusflow.base.process.preparation.PublicityProcess;
import org.censusflow.base.task.TaskDoers;
import org.censusflow.preparation.PublicityMedium;
import org.censusflow.preparation.PublicityPlans;
import org.censusflow.preparation.PublicityPlans.Activity;
import org.censusflow.preparation.PublicityPlans.Part;
import org.springframework.stereotype.Component;

/** The steps of {@code Publicity}. */
@Component("publicitySteps")
public class PublicitySteps {

  /** Duties of publicity of units other than the publicity department itself. */
  private static final Set<String> PUBLICITY =
      Set.of("H1.11a", "H1.12", "H1.13", "H1.17", "H1.18", "X3.2.02", "X3.2.04");

  private final PreparationInstance instance;
  private final Verdicts verdicts;
  private final TaskDoers doers;
  private final PublicityPlans plans;

  PublicitySteps(
      PreparationInstance instance, Verdicts verdicts, TaskDoers doers, PublicityPlans plans) {
    this.instance = instance;
    this.verdicts = verdicts;
    this.doers = doers;
    this.plans = plans;
  }

  public void register(DelegateExecution execution) {
    District district = instance.open(execution);
    plans.register(key(execution), district.census().id(), district.id());
    execution.setVariable("taskSubject", district.name() + "普查宣传");
    execution.setVariable("publicityRequest", FormValues.text(execution, "publicityRequest"));
  }

  public void remind(DelegateExecution execution) {
    plans.remind(key(execution));
  }

  /** The media that the plan uses, as the reviewer reads them. */
  public String media(DelegateExecution execution) {
    return used(execution).stream().map(PublicityMedium::label).collect(Collectors.joining("、"));
  }

  private static List<PublicityMedium> used(DelegateExecution execution) {
    return Arrays.stream(PublicityMedium.values())
        .filter(medium -> FormValues.flag(execution, medium.field()))
        .toList();
  }

  public void recordReview(DelegateExecution execution) {
    plans.review(
        key(execution),
        FormValues.text(execution, "publicityPlan"),
        used(execution),
        verdicts.of(
            execution,
            "publicityDecision",
            PublicityProcess.DRAFT_PUBLICITY,
            PublicityProcess.REVIEW_PUBLICITY));
  }

  public void recordMedia(DelegateExecution execution) {
    plans.cover(
        key(execution),
        new PublicityPlans.Coverage(
            FormValues.day(execution, "publicityDeployedOn"),
            FormValues.number(execution, "radioReports"),
            FormValues.number(execution, "televisionReports"),
            FormValues.number(execution, "pressReports"),
            FormValues.number(execution, "newMediaReports")));
    tellTotals(execution);
  }

  /** The units that have a duty of publicity in this district. */
  public List<String> partners(DelegateExecution execution) {
    return instance.district(execution).units().stream()
        .filter(unit -> unit.duties().stream().anyMatch(duty -> PUBLICITY.contains(duty.clause())))
        .map(Unit::key)
        .toList();
  }

  public String dutiesOf(DelegateExecution execution, String unit) {
    return Duties.of(instance.district(execution).unit(unit));
  }

  public void recordUnit(DelegateExecution execution) {
    record(
        execution,
        Part.UNIT,
        "unit",
        "unitActivity",
        "unitReached",
        PublicityProcess.PUBLICITY_BY_UNIT);
  }

  public void recordSubdistrict(DelegateExecution execution) {
    record(
        execution,
        Part.SUBDISTRICT,
        "subdistrict",
        "localActivity",
        "localReached",
        PublicityProcess.PUBLICITY_BY_SUBDISTRICT);
  }

  private void record(
      DelegateExecution execution,
      Part part,
      String actor,
      String activity,
      String reached,
      String task) {
    plans.hold(
        key(execution),
        new Activity(
            part,
            FormValues.text(execution, actor),
            FormValues.text(execution, activity),
            FormValues.number(execution, reached),
            FormValues.day(execution, "activityOn")),
        doers.last(execution, task));
    tellTotals(execution);
  }

  private void tellTotals(DelegateExecution execution) {
    PublicityPlans.Totals totals = plans.totals(key(execution));
    execution
        .getProcessInstance()
        .setVariable(
            "publicitySummary",
            "媒体报道 %d 篇次；成员单位 %d 个，覆盖 %d 人；街道 %d 个，覆盖 %d 户"
                .formatted(
                    totals.reports(),
                    totals.units(),
                    totals.peopleReached(),
                    totals.subdistricts(),
                    totals.householdsReached()));
  }

  public void recordProgress(DelegateExecution execution) {
    plans.report(
        key(execution),
        FormValues.number(execution, "majorEvents"),
        FormValues.text(execution, "publicityReport"),
        verdicts.of(
            execution,
            "progressDecision",
            PublicityProcess.REPORT_PUBLICITY,
            PublicityProcess.CONFIRM_PUBLICITY));
  }

  private static String key(DelegateExecution execution) {
    return execution.getProcessInstanceId();
  }
}
