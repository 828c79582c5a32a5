package org.censusflow.registration.field.workflow;

import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.censusflow.base.district.District;
import org.censusflow.base.district.DueDates;
import org.censusflow.base.district.GroupKind;
import org.censusflow.base.process.registration.RegistrationAcceptanceProcess;
import org.censusflow.base.process.registration.RegistrationProcess;
import org.censusflow.base.task.TaskDoers;
import org.censusflow.base.task.TaskOrigin;
import org.censusflow.registration.field.Acceptances;
import org.censusflow.registration.field.FieldRedirected;
import org.censusflow.registration.field.Level;
import org.censusflow.registration.field.Progress;
import org.censusflow.registration.field.Reopenings;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The steps of {@code RegistrationAcceptance}: an area, a subdistrict, the district. */
@Component("acceptanceSteps")
public class AcceptanceSteps extends FieldGate {

  private final FieldInstance instance;
  private final Acceptances acceptances;
  private final AcceptanceStarts starts;
  private final Reopenings reopenings;
  private final ApplicationEventPublisher events;
  private final DueDates dueDates;
  private final java.time.Clock clock;
  private final RuntimeService runtime;
  private final TaskDoers doers;

  AcceptanceSteps(
      FieldInstance instance,
      Progress progress,
      Acceptances acceptances,
      AcceptanceStarts starts,
      Reopenings reopenings,
      ApplicationEventPublisher events,
      DueDates dueDates,
      java.time.Clock clock,
      RuntimeService runtime,
      TaskDoers doers) {
    super(instance, progress);
    this.instance = instance;
    this.acceptances = acceptances;
    this.starts = starts;
    this.reopenings = reopenings;
    this.events = events;
    this.dueDates = dueDates;
    this.clock = clock;
    this.runtime = runtime;
    this.doers = doers;
  }

  @Override
  Level level(DelegateExecution execution) {
    return Level.valueOf(TaskOrigin.text(execution, "level"));
  }

  @Override
  String code(DelegateExecution execution) {
    return TaskOrigin.text(execution, "unitCode");
  }

  /** The group whose member answers for the figures. */
  public String owners(DelegateExecution execution) {
    return switch (level(execution)) {
      case BLOCK, AREA -> group(execution, GroupKind.SUPERVISORS);
      case SUBDISTRICT -> group(execution, GroupKind.SUBDISTRICT_OFFICE);
      case DISTRICT -> group(execution, GroupKind.CENSUS_OFFICE);
    };
  }

  /** The group of the level above, whose member accepts. */
  public String reviewers(DelegateExecution execution) {
    return switch (level(execution)) {
      case BLOCK, AREA -> group(execution, GroupKind.SUBDISTRICT_OFFICE);
      case SUBDISTRICT -> group(execution, GroupKind.CENSUS_OFFICE);
      case DISTRICT -> group(execution, GroupKind.CENSUS_LEADS);
    };
  }

  /** The group that acts when an acceptance is late. */
  public String escalatedTo(DelegateExecution execution) {
    return group(
        execution,
        level(execution) == Level.DISTRICT ? GroupKind.LEADING_GROUP : GroupKind.CENSUS_OFFICE);
  }

  private String group(DelegateExecution execution, GroupKind kind) {
    District district = instance.district(execution);
    return kind == GroupKind.SUPERVISORS || kind == GroupKind.SUBDISTRICT_OFFICE
        ? district.group(kind, FieldInstance.text(execution, "subdistrict")).id()
        : district.group(kind).id();
  }

  /** Twice the time of a review: one to submit, one to accept. */
  public Date overdue(DelegateExecution execution) {
    District district = instance.district(execution);
    return Date.from(
        dueDates.due(district, "review", dueDates.due(district, "review", clock.instant())));
  }

  /** What the owner of a returned acceptance reads; empty when it was not returned. */
  public String returnedBecause(DelegateExecution execution) {
    String reason = FieldInstance.text(execution, "returnReason");
    return reason == null || reason.isBlank() ? "" : "**退回原因：** " + reason;
  }

  /** Codes of the blocks that the reviewer named, one after the other; empty when none. */
  public String namedBlocks(DelegateExecution execution) {
    return "return".equals(execution.getVariable("decision"))
        ? String.join(" ", NamedBlocks.in(execution))
        : "";
  }

  /** Gives the named blocks back to their enumerators; this acceptance comes again after them. */
  @Transactional
  public void reopenBlocks(DelegateExecution execution) {
    String censusId = FieldInstance.census(execution);
    String reason = FieldInstance.text(execution, "returnReason");
    List<String> blocks = List.of(FieldInstance.text(execution, "redoneBlocks").split(" "));
    Reopenings.Reopened reopened = reopenings.redo(censusId, blocks, reason);
    Acceptances.Unit own = acceptances.unit(censusId, level(execution), code(execution));
    events.publishEvent(
        new FieldRedirected(
            censusId,
            execution.getTenantId(),
            List.of(),
            Map.of(),
            reopened.blocks(),
            reopened.wholes().stream().filter(unit -> !unit.code().equals(own.code())).toList(),
            reason));
  }

  /** Puts both names to the figures; the last part of a whole makes the whole ready. */
  public void record(DelegateExecution execution) {
    String censusId = FieldInstance.census(execution);
    Acceptances.Unit unit = acceptances.unit(censusId, level(execution), code(execution));
    String reviewer = doers.last(execution, RegistrationAcceptanceProcess.REVIEW_ACCEPTANCE);
    String reason = FieldInstance.text(execution, "returnReason");
    acceptances.submitted(
        censusId,
        unit,
        doers.last(execution, RegistrationAcceptanceProcess.SUBMIT_ACCEPTANCE),
        figures(execution));
    if ("return".equals(execution.getVariable("acceptanceDecision"))) {
      acceptances.returned(censusId, unit, reviewer, reason);
      return;
    }
    acceptances
        .accepted(censusId, unit, reviewer, reason)
        .ifPresent(above -> starts.start(execution, above));
    if (unit.level() == Level.DISTRICT) {
      runtime
          .createMessageCorrelation(RegistrationProcess.SHORT_FORMS_COMPLETED)
          .processInstanceVariableEquals("censusId", censusId)
          .correlateAllWithResult();
    }
  }
}
