package org.censusflow.sample.workflow;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.censusflow.base.district.District;
import org.censusflow.base.district.Districts;
import org.censusflow.base.process.crosscheck.AreaRecheckProcess;
import org.censusflow.base.process.crosscheck.ClericalReviewProcess;
import org.censusflow.base.process.crosscheck.CrossCheckRechecksProcess;
import org.censusflow.base.process.crosscheck.CrossCheckReportProcess;
import org.censusflow.base.process.preparation.PreparationProcess;
import org.censusflow.base.process.registration.RegistrationProcess;
import org.censusflow.registration.answers.Registrations;
import org.springframework.stereotype.Component;

/** How sample staff fill in the forms of the offices' and departments' tasks. */
@Component
class OfficeWork implements TaskPlay {

  private final Districts districts;
  private final Registrations registrations;
  private final TaskService tasks;
  private final Map<String, Function<Task, Map<String, Object>>> forms;

  OfficeWork(Districts districts, Registrations registrations, TaskService tasks) {
    this.districts = districts;
    this.registrations = registrations;
    this.tasks = tasks;
    forms =
        Map.ofEntries(
            Map.entry(
                PreparationProcess.CONFIRM_PREPARATION, task -> Map.of("figuresChecked", true)),
            Map.entry(RegistrationProcess.COMPLETE_SHORT_FORMS, this::shortForms),
            Map.entry(CrossCheckRechecksProcess.SIGN_PUBLIC_SECURITY_FIGURES, task -> signed()),
            Map.entry(CrossCheckRechecksProcess.SIGN_HEALTH_FIGURES, task -> signed()),
            Map.entry(CrossCheckReportProcess.DRAFT_REPORT, this::report),
            Map.entry(CrossCheckReportProcess.SIGN_REPORT, task -> approved()),
            Map.entry(CrossCheckRechecksProcess.DECIDE_SHORTFALL, task -> override()),
            Map.entry(AreaRecheckProcess.URGE_RECHECK, task -> urged("more-staff")),
            Map.entry(ClericalReviewProcess.URGE_REVIEW, task -> urged("press")),
            Map.entry(CrossCheckRechecksProcess.URGE_RECHECKS, task -> urged("notice")));
  }

  @Override
  public boolean plays(String taskDefinitionKey) {
    return forms.containsKey(taskDefinitionKey);
  }

  @Override
  public Optional<Map<String, Object>> play(Task task, StaffMember person) {
    return Optional.of(forms.get(task.getTaskDefinitionKey()).apply(task));
  }

  private Map<String, Object> shortForms(Task task) {
    return Map.of(
        "householdsRegistered",
        registrations.householdCount(censusId(task)),
        "personsRegistered",
        registrations.personCount(censusId(task)),
        "blocksRegistered",
        registrations.blocks(censusId(task)).size(),
        "overseasRegistered",
        true,
        "deathsRegistered",
        true,
        "militaryAgreed",
        true);
  }

  private static Map<String, Object> signed() {
    return Map.of("figuresDecision", "signed", "figuresNote", "样例：数字核对无误");
  }

  private Map<String, Object> report(Task task) {
    Object figures = tasks.getVariable(task.getId(), "reportFigures");
    Object acceptance = tasks.getVariable(task.getId(), "acceptanceFigures");
    return Map.of("reportText", "样例报告。" + figures + acceptance);
  }

  private static Map<String, Object> approved() {
    return Map.of("decision", "approve");
  }

  private static Map<String, Object> override() {
    return Map.of("shortfallDecision", "override", "shortfallReason", "样例：未办结事项另行处理");
  }

  private static Map<String, Object> urged(String measure) {
    return Map.of("urgeMeasure", measure, "urgeNote", "样例：已督办");
  }

  private District district(Task task) {
    return districts.require(task.getTenantId());
  }

  private String censusId(Task task) {
    return district(task).census().id();
  }
}
