package org.censusflow.engine.models;

import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** The beans behind the models of the mapping, played. */
public class FakeArea {

  private final FakeSteps steps;

  FakeArea(FakeSteps steps) {
    this.steps = steps;
  }

  Map<Object, Object> beans() {
    return Map.of("mappingSteps", new MappingSteps(), "delimitationSteps", new DelimitationSteps());
  }

  public class MappingSteps {
    public void open(DelegateExecution execution) {
      steps.note(execution, "mappingSteps.open");
    }

    public void remind(DelegateExecution execution) {
      steps.note(execution, "mappingSteps.remind");
    }

    public List<String> subdistricts(DelegateExecution execution) {
      return steps.collections.getOrDefault("mappingSteps.subdistricts", List.of("songyu"));
    }

    public void measure(DelegateExecution execution) {
      steps.note(execution, "mappingSteps.measure");
    }

    public void publish(DelegateExecution execution) {
      steps.note(execution, "mappingSteps.publish");
    }
  }

  public class DelimitationSteps {
    public void open(DelegateExecution execution) {
      execution.setVariable("subdistrictName", "嵩屿街道");
      execution.setVariable("returnReason", "");
      steps.note(execution, "delimitationSteps.open");
    }

    public Date due(DelegateExecution execution, String window) {
      return FakeSteps.in(steps.days.getOrDefault(window, 30));
    }

    public Date reminder(DelegateExecution execution, String window) {
      return FakeSteps.in(steps.days.getOrDefault(window + "-reminder", 20));
    }

    public void remind(DelegateExecution execution) {
      steps.note(execution, "delimitationSteps.remind");
    }

    public void check(DelegateExecution execution) {
      steps.note(execution, "delimitationSteps.check");
    }

    public void measureLoad(DelegateExecution execution) {
      steps.note(execution, "delimitationSteps.measureLoad");
    }

    public void applyProposal(DelegateExecution execution) {
      steps.note(execution, "delimitationSteps.applyProposal");
    }
  }
}
