package org.censusflow.base.task;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * What a task is about, from what the program itself wrote when the instance began: its tenant, its
 * business key, the variables of the instance as a whole. Nothing comes from the task's own scope,
 * where whoever works on the task could lay something else in front of it.
 *
 * @param task key of the task in its model
 * @param district the tenant
 * @param key business key of the instance
 * @param texts the texts of the instance that say what it is about
 */
public record TaskOrigin(String task, String district, String key, Map<String, String> texts) {

  private static final List<String> TEXTS = List.of("censusId", "taskSubject", "returnReason");

  public TaskOrigin {
    texts = Map.copyOf(texts);
  }

  public static TaskOrigin of(DelegateTask task) {
    return of(task.getTaskDefinitionKey(), task.getExecution());
  }

  static TaskOrigin of(String task, DelegateExecution execution) {
    Map<String, String> texts = new HashMap<>();
    for (String name : TEXTS) {
      String text = text(execution, name);
      if (text != null) {
        texts.put(name, text);
      }
    }
    return new TaskOrigin(task, execution.getTenantId(), execution.getProcessBusinessKey(), texts);
  }

  /** A text of the instance as a whole, whatever stands in front of it; null for none. */
  public static String text(DelegateExecution execution, String name) {
    TypedValue value = execution.getProcessInstance().getVariableLocalTyped(name, false);
    return value != null && value.getValue() instanceof String text ? text : null;
  }

  /** The census that the program started the instance for. */
  public String censusId() {
    return texts.get("censusId");
  }

  /** What staff call the matter. */
  public String label() {
    return texts.get("taskSubject");
  }

  /** Why the work came back; null when it did not. */
  public String returnReason() {
    return texts.get("returnReason");
  }
}
