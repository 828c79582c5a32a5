package org.censusflow.base.engine.models;

import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** The beans behind the models of violations and disputes, played. */
public class FakeCases {

  private static final Set<String> KEPT = Set.of("correct", "fine");

  private final FakeSteps steps;

  FakeCases(FakeSteps steps) {
    this.steps = steps;
  }

  Map<Object, Object> beans() {
    return Map.of("violationSteps", new ViolationSteps());
  }

  public class ViolationSteps {
    public void register(DelegateExecution execution) {
      execution.setVariable("taskSubject", "第1号");
      steps.note(execution, "violationSteps.register");
    }

    public String bureau(DelegateExecution execution) {
      return "haicang-statistics";
    }

    public String investigatorGroups(DelegateExecution execution) {
      return "haicang-statistics,haicang-census-office";
    }

    public void seal(DelegateExecution execution) {
      execution.removeVariable("reportText");
      steps.note(execution, "violationSteps.seal");
    }

    public void reject(DelegateExecution execution) {
      steps.note(execution, "violationSteps.reject");
    }

    public void openCase(DelegateExecution execution) {
      steps.note(execution, "violationSteps.openCase");
    }

    public void remind(DelegateExecution execution) {
      steps.note(execution, "violationSteps.remind");
    }

    public void closeUnfounded(DelegateExecution execution) {
      steps.note(execution, "violationSteps.closeUnfounded");
    }

    public void offer(DelegateExecution execution) {
      execution.setVariable("disposition", execution.getVariable("proposedDisposition"));
      steps.note(execution, "violationSteps.offer");
    }

    public void dispose(DelegateExecution execution) {
      boolean kept = KEPT.contains(execution.getVariable("disposition"));
      execution.setVariable("caseTransferred", !kept);
      steps.note(execution, "violationSteps.dispose");
    }

    public void recordTransfer(DelegateExecution execution) {
      steps.note(execution, "violationSteps.recordTransfer");
    }

    public void remindReceipt(DelegateExecution execution) {
      steps.note(execution, "violationSteps.remindReceipt");
    }

    public void recordReceipt(DelegateExecution execution) {
      steps.note(execution, "violationSteps.recordReceipt");
    }

    public void publish(DelegateExecution execution) {
      steps.note(execution, "violationSteps.publish");
    }
  }
}
