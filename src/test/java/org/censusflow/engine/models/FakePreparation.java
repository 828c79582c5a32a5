package org.censusflow.engine.models;

import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** The beans behind the models of the preparation, played. */
public class FakePreparation {

  private final FakeSteps steps;

  FakePreparation(FakeSteps steps) {
    this.steps = steps;
  }

  Map<Object, Object> beans() {
    return Map.of(
        "unitPlanSteps", new UnitPlanSteps(),
        "subdistrictSetupSteps", new SubdistrictSetupSteps());
  }

  public class UnitPlanSteps {
    public void register(DelegateExecution execution) {
      steps.note(execution, "unitPlanSteps.register");
    }

    public void remind(DelegateExecution execution) {
      steps.note(execution, "unitPlanSteps.remind");
    }

    public void recordReview(DelegateExecution execution) {
      steps.note(execution, "unitPlanSteps.recordReview");
    }

    public void recordReport(DelegateExecution execution) {
      steps.note(execution, "unitPlanSteps.recordReport");
    }
  }

  public class SubdistrictSetupSteps {
    public void register(DelegateExecution execution) {
      steps.note(execution, "subdistrictSetupSteps.register");
    }

    public Date due(DelegateExecution execution, String window) {
      return FakeSteps.in(steps.days.getOrDefault(window, 30));
    }

    public Date reminder(DelegateExecution execution, String window) {
      return FakeSteps.in(steps.days.getOrDefault(window + "-reminder", 20));
    }

    public void remind(DelegateExecution execution) {
      steps.note(execution, "subdistrictSetupSteps.remind");
    }

    public void recordOffice(DelegateExecution execution) {
      steps.note(execution, "subdistrictSetupSteps.recordOffice");
    }

    public void recordGroups(DelegateExecution execution) {
      steps.note(execution, "subdistrictSetupSteps.recordGroups");
    }
  }
}
