package org.censusflow.outside.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes events in, to be sent when their transaction has ended well. */
@Component
public class Webhooks {

  private final WebhookSettings settings;
  private final Outbox outbox;
  private final Clock clock;
  private final ObjectMapper json = new ObjectMapper();

  Webhooks(WebhookSettings settings, Outbox outbox, Clock clock) {
    this.settings = settings;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Lays an event out for everyone who wants it.
   *
   * @param data keys, dates and counts; never anything of a person
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void tell(EventType type, String district, Map<String, String> data) {
    for (WebhookSettings.Target target : settings.webhooks()) {
      if (target.district().equals(district) && target.wants(type.code())) {
        String id = UUID.randomUUID().toString();
        outbox.add(id, target.name(), district, type.code(), body(id, type, district, data));
      }
    }
  }

  private String body(String id, EventType type, String district, Map<String, String> data) {
    ObjectNode body = json.createObjectNode();
    body.put("id", id);
    body.put("type", type.code());
    body.put("district", district);
    body.put("occurredAt", clock.instant().toString());
    ObjectNode details = body.putObject("data");
    data.forEach(details::put);
    try {
      return json.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Strings are always JSON", e);
    }
  }
}
