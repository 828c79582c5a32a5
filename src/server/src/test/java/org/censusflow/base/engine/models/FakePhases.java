package org.censusflow.base.engine.models;

import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** The beans behind the umbrella and the watch over its phases, played. */
public class FakePhases {

  private final FakeSteps steps;

  FakePhases(FakeSteps steps) {
    this.steps = steps;
  }

  Map<Object, Object> beans() {
    return Map.of("censusSteps", new CensusSteps(), "phaseSteps", new PhaseSteps());
  }

  public class CensusSteps {
    public void open(DelegateExecution execution) {
      steps.note(execution, "censusSteps.open");
    }

    public void measureGate(DelegateExecution execution) {
      steps.note(execution, "censusSteps.measureGate");
    }

    public void recordOverride(DelegateExecution execution) {
      steps.note(execution, "censusSteps.recordOverride");
    }
  }

  public class PhaseSteps {
    public Date opens(DelegateExecution execution, String window) {
      return FakeSteps.in(steps.days.getOrDefault(window + "-opens", 0));
    }

    public Date due(DelegateExecution execution, String phase) {
      return FakeSteps.in(steps.days.getOrDefault(phase, 100));
    }

    public void watch(DelegateExecution execution) {
      steps.note(execution, "phaseSteps.watch");
    }

    public void look(DelegateExecution execution) {
      steps.note(execution, "phaseSteps.look");
    }

    public void recordLate(DelegateExecution execution, String phase) {
      steps.note(execution, "phaseSteps.recordLate " + phase);
    }

    public void recordUrging(DelegateExecution execution) {
      steps.note(execution, "phaseSteps.recordUrging");
    }
  }
}
