package org.censusflow.governance.phase.workflow;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.censusflow.base.district.District;
import org.censusflow.base.district.Districts;
import org.censusflow.base.district.DueDates;
import org.censusflow.base.district.Window;
import org.censusflow.base.district.WorkingDays;
import org.censusflow.base.process.governance.PhaseWatchProcess;
import org.censusflow.base.task.TaskDoers;
import org.censusflow.base.task.TaskOrigin;
import org.censusflow.governance.phase.LatePhases;
import org.censusflow.governance.phase.PhaseProgress;
import org.censusflow.governance.phase.PhaseProgress.Span;
import org.censusflow.governance.phase.Phases;
import org.censusflow.governance.phase.Watched;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The windows of the phases for models, and the steps of {@code PhaseWatch}. */
@Component("phaseSteps")
public class PhaseSteps {

  /** Whoever begins a phase after its window still has these working days. */
  private static final String FAIR = "phase";

  private final Districts districts;
  private final DueDates dueDates;
  private final Phases phases;
  private final PhaseProgress progress;
  private final LatePhases latePhases;
  private final RuntimeService runtime;
  private final HistoryService history;
  private final Clock clock;
  private final TaskDoers doers;

  PhaseSteps(
      Districts districts,
      DueDates dueDates,
      Phases phases,
      PhaseProgress progress,
      LatePhases latePhases,
      @Lazy RuntimeService runtime,
      @Lazy HistoryService history,
      Clock clock,
      TaskDoers doers) {
    this.districts = districts;
    this.dueDates = dueDates;
    this.phases = phases;
    this.progress = progress;
    this.latePhases = latePhases;
    this.runtime = runtime;
    this.history = history;
    this.clock = clock;
    this.doers = doers;
  }

  /** When the window's first day begins. */
  public Date opens(DelegateExecution execution, String window) {
    return Date.from(
        district(execution)
            .window(window)
            .from()
            .atTime(LocalTime.MIN)
            .atZone(WorkingDays.ZONE)
            .toInstant());
  }

  /** Closing time of the window's last day; later when that leaves too little time from now. */
  public Date due(DelegateExecution execution, String phase) {
    District district = district(execution);
    Instant planned = dueDates.closing(district, district.window(phase).to());
    Instant fair = dueDates.due(district, FAIR, clock.instant());
    return Date.from(planned.isAfter(fair) ? planned : fair);
  }

  /** Starts a watch over every phase, once per census. */
  public void watch(DelegateExecution execution) {
    District district = district(execution);
    String censusId = district.census().id();
    for (String phase : Watched.phases()) {
      String key = censusId + "-" + phase;
      if (watches(district, key) == 0) {
        runtime.startProcessInstanceByKey(
            PhaseWatchProcess.KEY,
            key,
            Map.of("district", district.id(), "censusId", censusId, "phase", phase));
      }
    }
  }

  private long watches(District district, String key) {
    return history
        .createHistoricProcessInstanceQuery()
        .processDefinitionKey(PhaseWatchProcess.KEY)
        .processInstanceBusinessKey(key)
        .tenantIdIn(district.id())
        .count();
  }

  /** Finds out whether the phase is over, and tells its window for whoever urges. */
  public void look(DelegateExecution execution) {
    String phase = TaskOrigin.text(execution, "phase");
    Span span = progress.of(execution.getTenantId(), census(execution)).get(phase);
    execution.setVariable("phaseDone", span != null && span.ended());
    tell(execution, phase);
  }

  public void recordLate(DelegateExecution execution, String phase) {
    latePhases.notice(census(execution), phase, district(execution).window(phase).to());
    tell(execution, phase);
  }

  public void recordUrging(DelegateExecution execution) {
    latePhases.urge(
        census(execution),
        TaskOrigin.text(execution, "phase"),
        (String) execution.getVariable("urgeMeasure"),
        (String) execution.getVariable("urgeNote"),
        doers.last(execution, PhaseWatchProcess.URGE_PHASE));
  }

  private void tell(DelegateExecution execution, String phase) {
    Window window = district(execution).window(phase);
    execution.setVariable("phaseName", window.name());
    execution.setVariable("phaseDue", window.to().toString());
    execution.setVariable("daysLate", phases.daysLate(window, clock.instant()));
    execution.setVariable("taskSubject", window.name());
  }

  private District district(DelegateExecution execution) {
    return districts.require(execution.getTenantId());
  }

  private String census(DelegateExecution execution) {
    return district(execution).census().id();
  }
}
