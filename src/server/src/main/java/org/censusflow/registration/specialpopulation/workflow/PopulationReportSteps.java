package org.censusflow.registration.specialpopulation.workflow;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.censusflow.base.district.District;
import org.censusflow.base.district.Districts;
import org.censusflow.base.district.Subdistrict;
import org.censusflow.base.form.FormValues;
import org.censusflow.base.process.registration.SpecialPopulationProcess;
import org.censusflow.base.task.TaskDoers;
import org.censusflow.registration.specialpopulation.MilitaryCounts;
import org.censusflow.registration.specialpopulation.PopulationKind;
import org.censusflow.registration.specialpopulation.SpecialPopulations;
import org.springframework.stereotype.Component;

/** What units and subdistricts report in {@code SpecialPopulation}, and that they did not. */
@Component("populationReportSteps")
public class PopulationReportSteps {

  private final Districts districts;
  private final SpecialPopulations populations;
  private final MilitaryCounts military;
  private final TaskDoers doers;

  PopulationReportSteps(
      Districts districts,
      SpecialPopulations populations,
      MilitaryCounts military,
      TaskDoers doers) {
    this.districts = districts;
    this.populations = populations;
    this.military = military;
    this.doers = doers;
  }

  public void remind(DelegateExecution execution) {
    populations.remind(key(execution));
  }

  public void recordUnitSilence(DelegateExecution execution) {
    populations.recordUnitSilence(key(execution));
    execution.setVariable("unitSilent", true);
  }

  /** Keeps the armed forces' counts; nothing when the time passed without them. */
  public void recordMilitary(DelegateExecution execution) {
    if (silent(execution)) {
      return;
    }
    military.report(
        key(execution),
        district(execution).census().id(),
        new MilitaryCounts.MilitaryCount(
            FormValues.number(execution, "servingMilitary"),
            FormValues.number(execution, "barracksOthers"),
            FormValues.number(execution, "militaryMale"),
            FormValues.number(execution, "militaryFemale"),
            FormValues.number(execution, "outsideBarracks"),
            FormValues.text(execution, "sealedNumber"),
            FormValues.text(execution, "militaryNote")),
        doers.last(execution, SpecialPopulationProcess.REPORT_MILITARY));
  }

  public void recordPreparation(DelegateExecution execution) {
    if (silent(execution)) {
      return;
    }
    PopulationKind kind = PopulationKind.ofKey(FormValues.text(execution, "kind"));
    int expected = FormValues.number(execution, "expectedPersons");
    populations.prepare(
        key(execution),
        new SpecialPopulations.Preparation(
            FormValues.number(execution, "populationPlaces"),
            expected,
            Arrays.stream(kind.parts())
                .collect(
                    Collectors.toMap(part -> part, part -> FormValues.number(execution, part))),
            chosen(execution),
            FormValues.text(execution, "listHandOver"),
            FormValues.text(execution, "populationMeasures")),
        doers.last(execution, SpecialPopulationProcess.PREPARE_POPULATION));
    execution.setVariable("expectedText", expected + " 人");
  }

  public void recordRegistration(DelegateExecution execution) {
    populations.report(
        key(execution),
        FormValues.text(execution, "subdistrict"),
        new SpecialPopulations.Report(
            FormValues.number(execution, "registeredPersons"),
            FormValues.number(execution, "registeredElsewhere"),
            FormValues.number(execution, "notReached"),
            FormValues.number(execution, "placesVisited"),
            FormValues.text(execution, "registerNote")),
        doers.last(execution, SpecialPopulationProcess.REGISTER_BY_SUBDISTRICT));
  }

  public void recordSubdistrictSilence(DelegateExecution execution) {
    populations.recordSubdistrictSilence(key(execution), FormValues.text(execution, "subdistrict"));
  }

  private static boolean silent(DelegateExecution execution) {
    boolean silent = Boolean.TRUE.equals(execution.getVariable("unitSilent"));
    if (!silent) {
      execution.setVariable("unitSilent", false);
    }
    return silent;
  }

  private List<String> chosen(DelegateExecution execution) {
    List<String> known = district(execution).subdistricts().stream().map(Subdistrict::key).toList();
    return FormValues.chosen(execution, "populationSubdistricts").stream()
        .filter(known::contains)
        .toList();
  }

  private District district(DelegateExecution execution) {
    return districts.require(execution.getTenantId());
  }

  private static String key(DelegateExecution execution) {
    return execution.getProcessInstanceId();
  }
}
