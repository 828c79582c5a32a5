package org.censusflow.outside.webhook;

import java.util.List;
import org.censusflow.base.access.Caller;
import org.censusflow.base.access.NotEntitled;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows the office's leads what was sent to other programs and what did not arrive. */
@RestController
class WebhookController {

  private final Outbox outbox;

  WebhookController(Outbox outbox) {
    this.outbox = outbox;
  }

  /**
   * Lists the latest messages to other programs and what became of each, the newest first. For the
   * district's census leads.
   */
  @GetMapping("/api/webhook-messages")
  List<WebhookMessage> messages(@RequestParam String district) {
    Caller caller = Caller.current();
    caller.mustBelongTo(district);
    if (!caller.inGroup(district + "-census-leads")) {
      throw new NotEntitled("普查办负责人");
    }
    return outbox.ofDistrict(district);
  }
}
