package org.censusflow.delivery.workflow;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.censusflow.delivery.Quarantine;
import org.springframework.stereotype.Component;

/** The steps of {@code QuarantinedDelivery}. */
@Component("quarantineSteps")
public class QuarantineSteps {

  static final String HANDLE = "Task_HandleQuarantine";
  static final String CONFIRM = "Task_ConfirmDiscard";

  private final Quarantine quarantine;
  private final HistoryService history;

  QuarantineSteps(Quarantine quarantine, HistoryService history) {
    this.quarantine = quarantine;
    this.history = history;
  }

  /** Reads the file again and says whether that succeeded. */
  public void retry(DelegateExecution execution) {
    Quarantine.Retry result =
        quarantine.retry(delivery(execution), last(history, execution, HANDLE));
    execution.setVariable("deliveryReadable", result.readable());
    execution.setVariable("retryResult", result.message());
  }

  /** Destroys the file, in the names of the two who decided it. */
  public void discard(DelegateExecution execution) {
    quarantine.discard(
        delivery(execution),
        last(history, execution, HANDLE),
        last(history, execution, CONFIRM),
        (String) execution.getVariable("quarantineNote"));
  }

  private static long delivery(DelegateExecution execution) {
    return ((Number) execution.getVariable("deliveryId")).longValue();
  }

  /** The account that completed a task of the instance last. */
  static String last(HistoryService history, DelegateExecution execution, String task) {
    return history
        .createHistoricTaskInstanceQuery()
        .processInstanceId(execution.getProcessInstanceId())
        .taskDefinitionKey(task)
        .finished()
        .orderByHistoricTaskInstanceEndTime()
        .desc()
        .listPage(0, 1)
        .stream()
        .findFirst()
        .map(HistoricTaskInstance::getAssignee)
        .orElse(null);
  }
}
