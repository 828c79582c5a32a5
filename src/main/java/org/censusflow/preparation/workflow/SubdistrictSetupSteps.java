package org.censusflow.preparation.workflow;

import java.time.LocalDate;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.censusflow.district.District;
import org.censusflow.district.GroupKind;
import org.censusflow.district.Subdistrict;
import org.censusflow.engine.FormValues;
import org.censusflow.preparation.SubdistrictSetups;
import org.springframework.stereotype.Component;

/** The steps of {@code SubdistrictSetup}. */
@Component("subdistrictSetupSteps")
public class SubdistrictSetupSteps {

  private final Scene scene;
  private final Verdicts verdicts;
  private final PlannedDates dates;
  private final SubdistrictSetups setups;

  SubdistrictSetupSteps(
      Scene scene, Verdicts verdicts, PlannedDates dates, SubdistrictSetups setups) {
    this.scene = scene;
    this.verdicts = verdicts;
    this.dates = dates;
    this.setups = setups;
  }

  /** Finds out whose set-up it is and by when the notice wants it. */
  public void register(DelegateExecution execution) {
    District district = scene.open(execution);
    Subdistrict part =
        district.subdistrict(scene.part(execution, "subdistrict", GroupKind.SUBDISTRICT_OFFICE));
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
    return dates.due(scene.district(execution), window);
  }

  /** When the subdistrict is reminded of the window's step. */
  public Date reminder(DelegateExecution execution, String window) {
    return dates.reminder(scene.district(execution), window);
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
        verdicts.of(execution, "officeDecision", "Task_SetUpOffice", "Task_ConfirmOffice"));
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
        verdicts.of(execution, "groupsDecision", "Task_SetUpGroups", "Task_ConfirmGroups"));
  }
}
