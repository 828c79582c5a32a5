package org.censusflow.base.task;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** The tasks of a module whose completion is a step that its facade asks for later. */
public interface RecordedSteps {

  /**
   * A task that counts as a step.
   *
   * @param task key of the task
   * @param step what the facade calls it
   * @param decision the form's own field that decides; null when completing is enough
   * @param agreed the value of that field with which the step is taken
   */
  record Step(String task, String step, String decision, String agreed) {

    public static Step done(String task, String step) {
      return new Step(task, step, null, null);
    }

    public static Step approved(String task, String step, String decision) {
      return new Step(task, step, decision, "approve");
    }

    boolean isTakenBy(DelegateTask completed) {
      return task.equals(completed.getTaskDefinitionKey())
          && (decision == null || agreed.equals(completed.getVariable(decision)));
    }
  }

  List<Step> steps();
}
