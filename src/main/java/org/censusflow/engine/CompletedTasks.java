package org.censusflow.engine;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.history.HistoricTaskInstance;

/** Tasks of an instance that somebody completed; one that a deadline took away is none. */
public final class CompletedTasks {

  private CompletedTasks() {}

  /** The one that was completed last. */
  public static Optional<HistoricTaskInstance> last(DelegateExecution execution, String task) {
    return execution
        .getProcessEngineServices()
        .getHistoryService()
        .createHistoricTaskInstanceQuery()
        .processInstanceId(execution.getProcessInstanceId())
        .taskDefinitionKey(task)
        .taskDeleteReason("completed")
        .orderByHistoricTaskInstanceEndTime()
        .desc()
        .listPage(0, 1)
        .stream()
        .findFirst();
  }

  /** Who completed it last; null when nobody did, or nobody had claimed it. */
  public static String completedBy(DelegateExecution execution, String task) {
    return last(execution, task).map(HistoricTaskInstance::getAssignee).orElse(null);
  }
}
