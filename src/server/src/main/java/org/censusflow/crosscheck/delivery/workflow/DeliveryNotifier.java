package org.censusflow.crosscheck.delivery.workflow;

import org.camunda.bpm.engine.RuntimeService;
import org.censusflow.base.district.Districts;
import org.censusflow.base.engine.AsProgram;
import org.censusflow.base.process.crosscheck.QuarantinedDeliveryProcess;
import org.censusflow.base.process.crosscheck.RecordRequestProcess;
import org.censusflow.crosscheck.delivery.DeliveryQuarantined;
import org.censusflow.crosscheck.delivery.DeliveryReceived;
import org.censusflow.crosscheck.request.RecordRequest;
import org.censusflow.crosscheck.request.RequestLedger;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells the waiting process that a delivery has come, and starts one for what cannot be read. Where
 * the process waits for a task of its own to be completed (a gateway's or a department's in
 * Tasklist), nobody listens to the message, and nothing happens here.
 */
@Component
class DeliveryNotifier {

  private final RuntimeService runtime;
  private final RequestLedger requests;
  private final Districts districts;
  private final AsProgram asProgram;

  DeliveryNotifier(
      RuntimeService runtime, RequestLedger requests, Districts districts, AsProgram asProgram) {
    this.runtime = runtime;
    this.requests = requests;
    this.districts = districts;
    this.asProgram = asProgram;
  }

  @EventListener
  void on(DeliveryReceived delivered) {
    asProgram.run(
        () ->
            runtime
                .createMessageCorrelation(RecordRequestProcess.RECORDS_DELIVERED)
                .processInstanceBusinessKey(delivered.requestId())
                .correlateAllWithResult());
  }

  @EventListener
  void on(DeliveryQuarantined quarantined) {
    RecordRequest request = requests.require(quarantined.requestId());
    asProgram.run(
        () ->
            runtime
                .createProcessInstanceByKey(QuarantinedDeliveryProcess.KEY)
                .businessKey(QuarantineSteps.key(quarantined.deliveryId()))
                .setVariable("district", request.district())
                .setVariable("censusId", request.censusId())
                .setVariable("requestId", request.id())
                .setVariable("deliveryId", quarantined.deliveryId())
                .setVariable("quarantineReason", quarantined.reason())
                .setVariable("unitName", unitName(request))
                .setVariable("taskSubject", request.title())
                .execute());
  }

  private String unitName(RecordRequest request) {
    return districts.require(request.district()).unit(request.unit()).name();
  }
}
