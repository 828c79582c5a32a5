package org.censusflow.delivery.workflow;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.censusflow.delivery.DeliveryReceived;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells the waiting process that a delivery has come. Where the process waits for a task of its own
 * to be completed (a gateway's or a department's in Tasklist), nobody listens to the message, and
 * nothing happens here.
 */
@Component
class DeliveryNotifier {

  private static final String MESSAGE = "Message_RecordsDelivered";

  private final RuntimeService runtime;

  DeliveryNotifier(RuntimeService runtime) {
    this.runtime = runtime;
  }

  @EventListener
  void on(DeliveryReceived delivered) {
    MessageCorrelationBuilder message =
        runtime.createMessageCorrelation(MESSAGE).processInstanceBusinessKey(delivered.requestId());
    message.correlateAllWithResult();
  }
}
