package org.censusflow.outside.webhook;

import java.util.Map;
import org.censusflow.crosscheck.delivery.DeliveryReceived;
import org.censusflow.crosscheck.request.RecordRequest;
import org.censusflow.crosscheck.request.RequestLedger;
import org.censusflow.crosscheck.request.RequestSent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells of requests to departments and of what came. */
@Component
class DeliveryEvents {

  private final RequestLedger requests;
  private final Webhooks webhooks;

  DeliveryEvents(RequestLedger requests, Webhooks webhooks) {
    this.requests = requests;
    this.webhooks = webhooks;
  }

  @EventListener
  void on(RequestSent sent) {
    tell(EventType.REQUEST_SENT, sent.requestId());
  }

  @EventListener
  void on(DeliveryReceived received) {
    tell(EventType.DELIVERY_RECEIVED, received.requestId());
  }

  private void tell(EventType type, String requestId) {
    RecordRequest request = requests.require(requestId);
    Map<String, String> data =
        Map.of(
            "requestId", requestId,
            "censusId", request.censusId(),
            "unit", request.unit(),
            "supply", request.supply(),
            "channel", request.channel().code(),
            "dueAt", request.dueAt().toString());
    webhooks.tell(type, request.district(), data);
  }
}
