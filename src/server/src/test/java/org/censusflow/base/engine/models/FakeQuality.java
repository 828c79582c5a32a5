package org.censusflow.base.engine.models;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** The beans behind the models of the quality check, played. */
public class FakeQuality {

  private final FakeSteps steps;

  FakeQuality(FakeSteps steps) {
    this.steps = steps;
  }

  Map<Object, Object> beans() {
    return Map.of(
        "qualityCheckSteps", new QualityCheckSteps(), "sampleBlockSteps", new SampleBlockSteps());
  }

  public class QualityCheckSteps {
    public void open(DelegateExecution execution) {
      steps.note(execution, "qualityCheckSteps.open");
    }

    public void recordNoSample(DelegateExecution execution) {
      steps.note(execution, "qualityCheckSteps.recordNoSample");
    }

    public void recordSample(DelegateExecution execution) {
      execution.setVariable("checkDueAt", FakeSteps.in(20));
      execution.setVariable("checkKey", "Q-1");
      steps.note(execution, "qualityCheckSteps.recordSample");
    }

    public List<String> blocks(DelegateExecution execution) {
      return steps.collections.getOrDefault("qualityCheckSteps.blocks", List.of());
    }

    public String lateBlocks(DelegateExecution execution) {
      return "样例";
    }

    public void sumUp(DelegateExecution execution) {
      steps.note(execution, "qualityCheckSteps.sumUp");
    }

    public String materialSheet(DelegateExecution execution) {
      return "样例";
    }

    public void close(DelegateExecution execution) {
      steps.note(execution, "qualityCheckSteps.close");
    }
  }

  public class SampleBlockSteps {
    public void open(DelegateExecution execution) {
      execution.setVariable("blockName", "样例小区");
      steps.note(execution, "sampleBlockSteps.open");
    }

    public void recordTeam(DelegateExecution execution) {
      execution.setVariable("countDueAt", FakeSteps.in(5));
      steps.note(execution, "sampleBlockSteps.recordTeam");
    }

    public String teamGroups(DelegateExecution execution) {
      return "haicang-census-office,haicang-public-security";
    }

    public void remind(DelegateExecution execution) {
      steps.note(execution, "sampleBlockSteps.remind");
    }

    public String countSheet(DelegateExecution execution) {
      return "样例";
    }

    public void recordCount(DelegateExecution execution) {
      execution.setVariable("comparisonRound", 0);
      steps.note(execution, "sampleBlockSteps.recordCount");
    }

    public void recordComparison(DelegateExecution execution) {
      int round = (Integer) execution.getVariable("comparisonRound");
      execution.setVariable("comparisonRound", round + 1);
      steps.note(execution, "sampleBlockSteps.recordComparison");
    }

    public void agree(DelegateExecution execution) {
      steps.note(execution, "sampleBlockSteps.agree");
    }

    public void recordFinding(DelegateExecution execution) {
      steps.note(execution, "sampleBlockSteps.recordFinding " + execution.getVariable("severity"));
    }

    public void issue(DelegateExecution execution) {
      steps.note(execution, "sampleBlockSteps.issue");
    }

    public List<String> matters(DelegateExecution execution) {
      return steps.collections.getOrDefault("sampleBlockSteps.matters", List.of());
    }

    public void close(DelegateExecution execution) {
      steps.note(execution, "sampleBlockSteps.close");
    }
  }
}
