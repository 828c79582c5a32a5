package org.censusflow.delivery.workflow;

import static org.censusflow.engine.CompletedTasks.completedBy;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.censusflow.delivery.Quarantine;
import org.springframework.stereotype.Component;

/** The steps of {@code QuarantinedDelivery}. */
@Component("quarantineSteps")
public class QuarantineSteps {

  static final String HANDLE = "Task_HandleQuarantine";
  static final String CONFIRM = "Task_ConfirmDiscard";

  private static final String KEY = "delivery-";

  private final Quarantine quarantine;

  QuarantineSteps(Quarantine quarantine) {
    this.quarantine = quarantine;
  }

  /** Reads the file again and says whether that succeeded. */
  public void retry(DelegateExecution execution) {
    Quarantine.Retry result = quarantine.retry(delivery(execution), completedBy(execution, HANDLE));
    execution.setVariable("deliveryReadable", result.readable());
    execution.setVariable("retryResult", result.message());
  }

  /** Destroys the file, in the names of the two who decided it. */
  public void discard(DelegateExecution execution) {
    quarantine.discard(
        delivery(execution),
        execution.getProcessInstanceId(),
        (String) execution.getVariable("quarantineNote"));
  }

  /** The key under which the program began the instance. */
  static String key(long delivery) {
    return KEY + delivery;
  }

  private static long delivery(DelegateExecution execution) {
    return Long.parseLong(execution.getProcessBusinessKey().substring(KEY.length()));
  }
}
