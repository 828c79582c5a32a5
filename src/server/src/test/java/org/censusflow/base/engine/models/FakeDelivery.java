package org.censusflow.base.engine.models;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** The beans behind the quarantine's model, played. */
public class FakeDelivery {

  private final FakeSteps steps;

  FakeDelivery(FakeSteps steps) {
    this.steps = steps;
  }

  Map<Object, Object> beans() {
    return Map.of("quarantineSteps", new QuarantineSteps());
  }

  public class QuarantineSteps {
    public void retry(DelegateExecution execution) {
      steps.note(execution, "quarantineSteps.retry");
    }

    public void discard(DelegateExecution execution) {
      steps.note(execution, "quarantineSteps.discard");
    }
  }
}
