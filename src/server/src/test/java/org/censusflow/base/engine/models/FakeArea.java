package org.censusflow.base.engine.models;

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
    return Map.of(
        "mappingSteps",
        new MappingSteps(),
        "delimitationSteps",
        new DelimitationSteps(),
        "handoverSteps",
        new HandoverSteps());
  }

  public class HandoverSteps {
    public Date day(DelegateExecution execution) {
      return FakeSteps.in(steps.days.getOrDefault("handover", 3));
    }

    public void handOver(DelegateExecution execution) {
      steps.note(execution, "handoverSteps.handOver");
      boolean covered = steps.count("handoverSteps.appoint") > 0;
      Object alone = steps.figures.getOrDefault("uncovered", 0);
      execution.setVariable("uncoveredCount", covered ? 0 : alone);
    }

    public String uncoveredText(DelegateExecution execution) {
      return "样例";
    }

    public Object coverOptions(DelegateExecution execution) {
      return null;
    }

    public void appoint(DelegateExecution execution) {
      steps.note(execution, "handoverSteps.appoint");
    }
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
