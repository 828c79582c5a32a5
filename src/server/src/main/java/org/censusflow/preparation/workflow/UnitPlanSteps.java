package org.censusflow.preparation.workflow;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.censusflow.base.district.District;
import org.censusflow.base.district.GroupKind;
import org.censusflow.base.district.Unit;
import org.censusflow.base.form.FormValues;
import org.censusflow.base.process.preparation.UnitPlanProcess;
import org.censusflow.preparation.UnitPlans;
import org.springframework.stereotype.Component;

/** The steps of {@code UnitPlan}. */
@Component("unitPlanSteps")
public class UnitPlanSteps {

  private final PreparationInstance instance;
  private final Verdicts verdicts;
  private final UnitPlans plans;

  UnitPlanSteps(PreparationInstance instance, Verdicts verdicts, UnitPlans plans) {
    this.instance = instance;
    this.verdicts = verdicts;
    this.plans = plans;
  }

  /** Finds out whose plan it is and lists what the notice asks of that unit. */
  public void register(DelegateExecution execution) {
    District district = instance.open(execution);
    Unit unit = district.unit(instance.part(execution, "unit", GroupKind.UNIT));
    plans.register(
        execution.getProcessInstanceId(), district.census().id(), district.id(), unit.key());
    execution.setVariable("unit", unit.key());
    execution.setVariable("unitName", unit.name());
    execution.setVariable("unitDuties", Duties.of(unit));
    execution.setVariable("taskSubject", unit.name());
    execution.setVariable("planRequest", FormValues.text(execution, "planRequest"));
    // A field that the form hides is not submitted, and the reviewer's page names it.
    execution.setVariable("planningLinks", "");
  }

  /** What the unit's policies do for the census, as the reviewer reads it; mostly nothing. */
  public String policies(DelegateExecution execution) {
    String measures = FormValues.text(execution, "policyMeasures");
    return measures == null || measures.isBlank() ? "" : "**便于普查的政策措施**\n\n" + measures;
  }

  public void remind(DelegateExecution execution) {
    plans.remind(execution.getProcessInstanceId());
  }

  public void recordReview(DelegateExecution execution) {
    plans.review(
        execution.getProcessInstanceId(),
        new UnitPlans.Plan(
            FormValues.text(execution, "responsibleDepartment"),
            FormValues.number(execution, "planStaff"),
            FormValues.number(execution, "secondedStaff"),
            FormValues.text(execution, "planContent"),
            FormValues.text(execution, "planningLinks"),
            FormValues.text(execution, "policyMeasures")),
        verdicts.of(
            execution, "planDecision", UnitPlanProcess.DRAFT_PLAN, UnitPlanProcess.REVIEW_PLAN));
  }

  public void recordReport(DelegateExecution execution) {
    plans.report(
        execution.getProcessInstanceId(),
        new UnitPlans.Report(
            FormValues.day(execution, "deployedOn"),
            FormValues.number(execution, "subdistrictVisits"),
            FormValues.number(execution, "problemsSolved"),
            FormValues.text(execution, "carryOutReport")),
        verdicts.of(
            execution,
            "reportDecision",
            UnitPlanProcess.CARRY_OUT_PLAN,
            UnitPlanProcess.CONFIRM_REPORT));
  }
}
