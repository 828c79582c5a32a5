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
   * @param process key of the process that keeps the matter, where a part that it calls has the
   *     task; null for the task's own
   */
  record Step(String task, String step, String decision, String agreed, String process) {

    public static Step done(String task, String step) {
      return new Step(task, step, null, null, null);
    }

    public static Step approved(String task, String step, String decision) {
      return new Step(task, step, decision, "approve", null);
    }

    /** The same of a task in a part that this process calls. */
    public Step of(String process) {
      return new Step(task, step, decision, agreed, process);
    }

    String instance(DelegateTask completed) {
      return process == null
          ? completed.getProcessInstanceId()
          : CallingInstance.of(completed.getExecution(), process);
    }

    boolean isTakenBy(DelegateTask completed) {
      return task.equals(completed.getTaskDefinitionKey())
          && (decision == null || agreed.equals(completed.getVariable(decision)));
    }
  }

  List<Step> steps();
}
