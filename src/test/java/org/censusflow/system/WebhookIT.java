package org.censusflow.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Another program listens while the sample census runs into its cross-check. */
class WebhookIT extends SystemTest {

  private static final String SECRET = "a-secret-of-at-least-32-characters";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<Received> RECEIVED = Collections.synchronizedList(new ArrayList<>());
  private static HttpServer listener;

  /** What came: the first message of each type is answered with a failure. */
  private record Received(String signature, String messageId, String body, int answer) {

    JsonNode json() throws IOException {
      return JSON.readTree(body);
    }
  }

  @DynamicPropertySource
  static void listen(DynamicPropertyRegistry properties) throws IOException {
    listener = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    listener.createContext("/", WebhookIT::take);
    listener.start();
    String url = "http://localhost:" + listener.getAddress().getPort() + "/census";
    properties.add("censusflow.webhooks[0].name", () -> "statistics");
    properties.add("censusflow.webhooks[0].url", () -> url);
    properties.add("censusflow.webhooks[0].secret", () -> SECRET);
    properties.add("censusflow.webhooks[0].district", () -> "haicang");
    properties.add("censusflow.webhooks[1].name", () -> "elsewhere");
    properties.add("censusflow.webhooks[1].url", () -> url + "/xiangshan");
    properties.add("censusflow.webhooks[1].secret", () -> SECRET);
    properties.add("censusflow.webhooks[1].district", () -> "xiangshan");
  }

  @AfterAll
  static void stopListening() {
    listener.stop(0);
  }

  private static void take(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(exchange.getRequestURI().getPath()).isEqualTo("/census");
    String type = exchange.getRequestHeaders().getFirst("X-CensusFlow-Event");
    boolean first = RECEIVED.stream().noneMatch(it -> it.body().contains(type));
    int answer = first ? 503 : 204;
    RECEIVED.add(
        new Received(
            exchange.getRequestHeaders().getFirst("X-CensusFlow-Signature"),
            exchange.getRequestHeaders().getFirst("X-CensusFlow-Message"),
            body,
            answer));
    exchange.sendResponseHeaders(answer, -1);
    exchange.close();
  }

  @Test
  void eachEventArrivesSignedAndIsSentAgainUntilItIsTaken() throws Exception {
    awaitRechecks();
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> jdbcCount("delivered_at is null") == 0 && types().size() >= 3);

    assertThat(types()).contains("request-sent", "delivery-received", "phase-opened");
    List<Received> received = List.copyOf(RECEIVED);
    for (Received message : received) {
      String[] parts = message.signature().split("[=,]");
      assertThat(parts[3]).isEqualTo(hmac(parts[1] + "." + message.body()));
      assertThat(message.json().path("district").asText()).isEqualTo("haicang");
      assertThat(message.json().path("id").asText()).isEqualTo(message.messageId());
    }
    for (Received refused : received.stream().filter(it -> it.answer() == 503).toList()) {
      assertThat(received)
          .anyMatch(it -> it.answer() == 204 && it.messageId().equals(refused.messageId()));
    }
    assertThat(jdbcCount("district = 'xiangshan'")).isZero();
    assertThat(as("hc-lead").get("/api/webhook-messages?district=haicang").json())
        .hasSizeGreaterThan(3);
    assertThat(as("xs-lead").get("/api/webhook-messages?district=haicang").status()).isEqualTo(403);
  }

  private long jdbcCount(String condition) {
    return jdbc()
        .sql("select count(*) from webhook_message where " + condition)
        .query(Long.class)
        .single();
  }

  private static Set<String> types() {
    return List.copyOf(RECEIVED).stream()
        .map(
            it -> {
              try {
                return it.json().path("type").asText();
              } catch (IOException e) {
                throw new AssertionError(e);
              }
            })
        .collect(Collectors.toSet());
  }

  private static String hmac(String text) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
  }
}
