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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** Another program listens while sample staff carry a cross-check to its signature. */
@TestPropertySource(properties = "censusflow.autopilot=true")
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
    awaitSignature();
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> jdbcCount("delivered_at is null") == 0 && types().size() == 4);

    assertThat(types())
        .containsExactlyInAnyOrder(
            "request-sent", "delivery-received", "phase-opened", "cross-check-signed");
    Map<String, JsonNode> examples = examples();
    List<Received> received = List.copyOf(RECEIVED);
    for (Received message : received) {
      String[] parts = message.signature().split("[=,]");
      assertThat(parts[3]).isEqualTo(hmac(parts[1] + "." + message.body()));
      assertThat(message.json().path("district").asText()).isEqualTo("haicang");
      assertThat(message.json().path("id").asText()).isEqualTo(message.messageId());
      JsonNode example = examples.get(message.json().path("type").asText());
      assertThat(fields(message.json())).isEqualTo(fields(example));
      assertThat(fields(message.json().path("data"))).isEqualTo(fields(example.path("data")));
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

  /** What the integrators' page shows of each type. */
  private static Map<String, JsonNode> examples() throws IOException {
    Map<String, JsonNode> examples = new HashMap<>();
    Matcher blocks =
        Pattern.compile("```json\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(Path.of("docs/integrators.md")));
    while (blocks.find()) {
      JsonNode example = JSON.readTree(blocks.group(1));
      examples.put(example.path("type").asText(), example);
    }
    return examples;
  }

  private static Set<String> fields(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
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
