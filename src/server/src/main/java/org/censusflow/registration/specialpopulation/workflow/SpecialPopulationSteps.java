package org.censusflow.registration.specialpopulation.workflow;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.censusflow.base.district.CensusRegister;
import org.censusflow.base.district.District;
import org.censusflow.base.district.Districts;
import org.censusflow.base.district.Duty;
import org.censusflow.base.district.GroupKind;
import org.censusflow.base.district.Subdistrict;
import org.censusflow.base.form.FormValues;
import org.censusflow.base.process.registration.SpecialPopulationProcess;
import org.censusflow.base.task.TaskDoers;
import org.censusflow.registration.specialpopulation.PopulationFigures;
import org.censusflow.registration.specialpopulation.PopulationFigures.Figures;
import org.censusflow.registration.specialpopulation.PopulationKind;
import org.censusflow.registration.specialpopulation.RegistrationLimit;
import org.censusflow.registration.specialpopulation.SpecialPopulations;
import org.censusflow.registration.specialpopulation.SpecialPopulations.Responsibility;
import org.springframework.stereotype.Component;

/** The steps of {@code SpecialPopulation}; the kind is the instance's variable {@code kind}. */
@Component("specialPopulationSteps")
public class SpecialPopulationSteps {

  private final Districts districts;
  private final CensusRegister censuses;
  private final SpecialPopulations populations;
  private final PopulationFigures populationFigures;
  private final RegistrationLimit limit;
  private final PopulationDates dates;
  private final TaskDoers doers;
  private final Clock clock;

  SpecialPopulationSteps(
      Districts districts,
      CensusRegister censuses,
      SpecialPopulations populations,
      PopulationFigures populationFigures,
      RegistrationLimit limit,
      PopulationDates dates,
      TaskDoers doers,
      Clock clock) {
    this.districts = districts;
    this.censuses = censuses;
    this.populations = populations;
    this.populationFigures = populationFigures;
    this.limit = limit;
    this.dates = dates;
    this.doers = doers;
    this.clock = clock;
  }

  /** Every kind, for the process that calls one instance a kind. */
  public List<String> kinds(DelegateExecution execution) {
    return Arrays.stream(PopulationKind.values()).map(PopulationKind::key).toList();
  }

  /**
   * What the district's file asks of its units, as the decision table reads it: {@code unit:clause}
   * with a blank before and after each.
   */
  public String duties(DelegateExecution execution) {
    return district(execution).units().stream()
        .flatMap(unit -> unit.duties().stream().map(duty -> unit.key() + ":" + duty.clause()))
        .collect(Collectors.joining("  ", " ", " "));
  }

  public void register(DelegateExecution execution) {
    District district = district(execution);
    PopulationKind kind = PopulationKind.ofKey(FormValues.text(execution, "kind"));
    String unit = FormValues.text(execution, "responsibleUnit", null);
    String form = FormValues.text(execution, "censusForm");
    censuses.open(district);
    populations.register(
        key(execution),
        district.census().id(),
        district.id(),
        new Responsibility(kind, unit, FormValues.text(execution, "handOver"), form));
    execution.setVariable("district", district.id());
    execution.setVariable("censusId", district.census().id());
    execution.setVariable("populationName", kind.label());
    execution.setVariable("unitName", unit == null ? "普查办" : district.unit(unit).name());
    execution.setVariable("unitDuties", dutiesOf(district, unit));
    execution.setVariable("censusFormName", "foreign".equals(form) ? "港澳台居民和外籍人员普查表" : "普查短表");
    execution.setVariable("expectedText", "责任单位未报");
    execution.setVariable("taskSubject", kind.label());
    execution.setVariable(
        "subdistrictOptions",
        FormValues.options(district.subdistricts(), Subdistrict::name, Subdistrict::key));
    // Shown by the forms from the first round on, set by the last decision.
    execution.setVariable("returnReason", "");
  }

  private static String dutiesOf(District district, String unit) {
    return unit == null
        ? "- 本区没有单位承担，由普查办负责。"
        : district.unit(unit).duties().stream()
            .map(Duty::text)
            .map(text -> "- " + text)
            .collect(Collectors.joining("\n"));
  }

  /** The responsible unit's group; the census office's where no unit has the duty. */
  public String responsible(DelegateExecution execution) {
    String unit = FormValues.text(execution, "responsibleUnit", null);
    District district = district(execution);
    return unit == null ? district.group(GroupKind.CENSUS_OFFICE).id() : district.group(unit).id();
  }

  /** When a step is due: {@code prepare} soon, {@code register} with the short forms. */
  public Date due(DelegateExecution execution, String step) {
    return Date.from(dates.due(district(execution), step, now()));
  }

  public Date reminder(DelegateExecution execution, String step) {
    return Date.from(dates.reminder(district(execution), step, now()));
  }

  /** When waiting ends and the silence goes on record. */
  public Date silentAt(DelegateExecution execution, String step) {
    return Date.from(dates.silentAt(district(execution), step, now()));
  }

  /** Those that the unit named; all of them when it was silent. */
  public List<String> subdistricts(DelegateExecution execution) {
    List<String> named = populations.subdistricts(key(execution));
    return named.isEmpty()
        ? district(execution).subdistricts().stream().map(Subdistrict::key).toList()
        : named;
  }

  public String subdistrictName(DelegateExecution execution, String subdistrict) {
    return district(execution).subdistrict(subdistrict).name();
  }

  /** Sums up what was reported and sets it against the registrations. */
  public void measure(DelegateExecution execution) {
    Figures figures = populationFigures.of(key(execution));
    Integer most =
        limit.of(district(execution).census().id(), FormValues.text(execution, "censusForm"));
    populations.measure(key(execution), most);
    execution.setVariable("unitSilent", figures.unitSilent());
    execution.setVariable("silentSubdistricts", figures.silentSubdistricts());
    execution.setVariable("notReachedPersons", figures.notReached());
    execution.setVariable("shortfall", figures.shortfall());
    execution.setVariable(
        "registrationGap", most == null ? 0 : Math.max(0, figures.registered() - most));
    execution.setVariable("figuresSummary", summary(figures, most));
  }

  private static String summary(Figures figures, Integer most) {
    return "- 责任单位掌握：%s\n- 街道所报已登记：%d 人\n- 没有登记到：%d 人\n- 未报的街道：%d 个\n- 普查登记中同表种人数：%s"
        .formatted(
            figures.unitSilent() ? "未报" : figures.expected() + " 人",
            figures.registered(),
            figures.notReached(),
            figures.silentSubdistricts(),
            most == null ? "不适用" : most + " 人");
  }

  public void recordDecision(DelegateExecution execution) {
    String reason = FormValues.text(execution, "reconciliationReason");
    String decision = FormValues.text(execution, "reconciliationDecision");
    populations.decide(
        key(execution),
        decision,
        reason,
        doers.last(execution, SpecialPopulationProcess.DECIDE_FIGURES));
    if ("recount".equals(decision)) {
      execution.setVariable("returnReason", reason);
      execution.setVariable("unitSilent", false);
    }
  }

  public void close(DelegateExecution execution) {
    populations.close(key(execution), FormValues.text(execution, "reconciliationFinding"));
  }

  private District district(DelegateExecution execution) {
    return districts.require(execution.getTenantId());
  }

  private Instant now() {
    return clock.instant();
  }

  private static String key(DelegateExecution execution) {
    return execution.getProcessInstanceId();
  }
}
