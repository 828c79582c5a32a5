package org.censusflow.preparation.workflow;

import java.time.LocalDate;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.censusflow.base.district.District;
import org.censusflow.base.district.GroupKind;
import org.censusflow.base.district.Subdistrict;
import org.censusflow.base.form.FormValues;
import org.censusflow.base.process.preparation.SubdistrictSetupProcess;
import org.censusflow.preparation.SubdistrictSetups;
import org.springframework.stereotype.Component;

/** The steps of {@code SubdistrictSetup}. */
@Component("subdistrictSetupSteps")
public class SubdistrictSetupSteps {

  private final PreparationInstance instance;
  private final Verdicts verdicts;
  private final PlannedDates dates;
  private final SubdistrictSetups setups;

  SubdistrictSetupSteps(
      PreparationInstance instance,
      Verdicts verdicts,
      PlannedDates dates,
      SubdistrictSetups setups) {
    this.instance = instance;
    this.verdicts = verdicts;
    this.dates = dates;
    this.setups = setups;
  }

  /** Finds out whose set-up it is and by when the notice wants it. */
  public void register(DelegateExecution execution) {
    District district = instance.open(execution);
    Subdistrict part =
        district.subdistrict(instance.part(execution, "subdistrict", GroupKind.SUBDISTRICT_OFFICE));
    LocalDate officeBy = district.window("subdistrict-setup").to();
    LocalDate groupsBy = district.window("village-setup").to();
    setups.register(
        execution.getProcessInstanceId(),
        district.census().id(),
        district.id(),
        part.key(),
        officeBy,
        groupsBy);
    execution.setVariable("subdistrict", part.key());
    execution.setVariable("subdistrictName", part.name());
    execution.setVariable("taskSubject", part.name());
    execution.setVariable("officeSetUpBy", officeBy.toString());
    execution.setVariable("groupsSetUpBy", groupsBy.toString());
    execution.setVariable("setupPlan", FormValues.text(execution, "setupPlan"));
    // Fields that may stay empty are named on the reviewer's page.
    execution.setVariable("setupMeasures", "");
    execution.setVariable("groupsNote", "");
  }

  /** When the window's step is due; see {@link PlannedDates#due}. */
  public Date due(DelegateExecution execution, String window) {
    return dates.due(instance.district(execution), window);
  }

  /** When the subdistrict is reminded of the window's step. */
  public Date reminder(DelegateExecution execution, String window) {
    return dates.reminder(instance.district(execution), window);
  }

  public void remind(DelegateExecution execution) {
    setups.remind(execution.getProcessInstanceId());
  }

  public void recordOffice(DelegateExecution execution) {
    setups.recordOffice(
        execution.getProcessInstanceId(),
        new SubdistrictSetups.Office(
            FormValues.day(execution, "leadingGroupOn"),
            FormValues.number(execution, "officeStaff"),
            FormValues.number(execution, "officeSeconded"),
            FormValues.text(execution, "setupMeasures")),
        verdicts.of(
            execution,
            "officeDecision",
            SubdistrictSetupProcess.SET_UP_OFFICE,
            SubdistrictSetupProcess.CONFIRM_OFFICE));
  }

  public void recordGroups(DelegateExecution execution) {
    setups.recordGroups(
        execution.getProcessInstanceId(),
        new SubdistrictSetups.WorkingGroups(
            FormValues.number(execution, "communityCount"),
            FormValues.number(execution, "workingGroupCount"),
            FormValues.number(execution, "groupMembers"),
            FormValues.number(execution, "gridWorkers"),
            FormValues.number(execution, "organisationCount"),
            FormValues.number(execution, "organisationsNamed")),
        verdicts.of(
            execution,
            "groupsDecision",
            SubdistrictSetupProcess.SET_UP_GROUPS,
            SubdistrictSetupProcess.CONFIRM_GROUPS));
  }
}
