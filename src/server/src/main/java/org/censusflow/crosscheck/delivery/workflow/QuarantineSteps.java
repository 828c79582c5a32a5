package org.censusflow.crosscheck.delivery.workflow;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.censusflow.base.process.crosscheck.QuarantinedDeliveryProcess;
import org.censusflow.base.task.TaskDoers;
import org.censusflow.crosscheck.delivery.Quarantine;
import org.springframework.stereotype.Component;

/** The steps of {@code QuarantinedDelivery}. */
@Component("quarantineSteps")
public class QuarantineSteps {

  private static final String KEY = "delivery-";

  private final Quarantine quarantine;
  private final TaskDoers doers;

  QuarantineSteps(Quarantine quarantine, TaskDoers doers) {
    this.quarantine = quarantine;
    this.doers = doers;
  }

  /** Reads the file again and says whether that succeeded. */
  public void retry(DelegateExecution execution) {
    Quarantine.Retry result =
        quarantine.retry(
            delivery(execution),
            doers.last(execution, QuarantinedDeliveryProcess.HANDLE_QUARANTINE));
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
