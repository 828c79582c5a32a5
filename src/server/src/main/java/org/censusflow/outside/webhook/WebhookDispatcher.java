package org.censusflow.outside.webhook;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends what is due. A target that does not answer with 2xx is tried again, later each time, for
 * two days; then the message is given up, which the log and the list of messages show.
 */
@Component
class WebhookDispatcher {

  private static final Logger log = LoggerFactory.getLogger(WebhookDispatcher.class);
  private static final int AT_ONCE = 50;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** The wait behind each failed attempt. */
  private static final List<Duration> WAITS =
      List.of(
          Duration.ofSeconds(10),
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(6),
          Duration.ofHours(12),
          Duration.ofHours(24));

  private final Map<String, WebhookSettings.Target> targets;
  private final Outbox outbox;
  private final Clock clock;
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  WebhookDispatcher(WebhookSettings settings, Outbox outbox, Clock clock) {
    targets =
        settings.webhooks().stream()
            .collect(Collectors.toMap(WebhookSettings.Target::name, Function.identity()));
    this.outbox = outbox;
    this.clock = clock;
  }

  @Scheduled(fixedDelay = 1000)
  void sendDue() {
    if (targets.isEmpty()) {
      return;
    }
    for (WebhookMessage message : outbox.due(AT_ONCE)) {
      if (outbox.claim(message, clock.instant().plus(wait(message)))) {
        send(message);
      }
    }
  }

  private void send(WebhookMessage message) {
    WebhookSettings.Target target = targets.get(message.target());
    if (target == null) {
      giveUp(message, "no longer configured");
      return;
    }
    String outcome;
    try {
      int status = client.send(request(message, target), BodyHandlers.discarding()).statusCode();
      outcome = "HTTP " + status;
      if (status / 100 == 2) {
        outbox.delivered(message, outcome);
        return;
      }
    } catch (IOException e) {
      outcome = e.getClass().getSimpleName();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    if (message.attempts() >= WAITS.size()) {
      giveUp(message, outcome);
    } else {
      outbox.failed(message, outcome, clock.instant().plus(wait(message)));
    }
  }

  private HttpRequest request(WebhookMessage message, WebhookSettings.Target target) {
    Instant now = clock.instant();
    return HttpRequest.newBuilder(target.url())
        .timeout(PATIENCE)
        .header("Content-Type", "application/json")
        .header("X-CensusFlow-Event", message.type())
        .header("X-CensusFlow-Message", message.messageId())
        .header("X-CensusFlow-Signature", Signature.of(target.secret(), now, message.body()))
        .POST(BodyPublishers.ofString(message.body(), StandardCharsets.UTF_8))
        .build();
  }

  private void giveUp(WebhookMessage message, String outcome) {
    outbox.failed(message, "given up: " + outcome, null);
    log.error(
        "CF-E671 Message {} ({}) to {} is given up after {} attempts: {}",
        message.messageId(),
        message.type(),
        message.target(),
        message.attempts() + 1,
        outcome);
  }

  private static Duration wait(WebhookMessage message) {
    return WAITS.get(Math.min(message.attempts(), WAITS.size() - 1));
  }
}
