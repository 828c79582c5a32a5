package org.censusflow.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import org.censusflow.files.Sha256;

/**
 * Answers one request: spools the records, uploads what the server does not have yet, closes the
 * delivery. Each step can be done again after a crash, of the gateway or of the server, without a
 * row being kept twice.
 */
public final class HandOver {

  private static final int LEAST_PART = 64 * 1024;
  private static final int MOST_PART = 16 * 1024 * 1024;

  private final GatewayConfig config;
  private final Spool spool;
  private final Server server;
  private final ProgressLine progress;

  public HandOver(GatewayConfig config, ProgressLine progress) {
    this.config = config;
    this.spool = new Spool(config.directory(), Clock.systemDefaultZone());
    this.server = new Server(config);
    this.progress = progress;
  }

  /**
   * @param attempt names this attempt at the request, the same after a crash, another after the
   *     delivery was returned
   * @param returned why the last delivery was returned, or null
   * @throws GatewayRefused when somebody at the department has to act
   */
  public void answer(String attempt, String requestId, String supplyId, String returned) {
    SupplyConfig supply = config.supplies().get(supplyId);
    if (supply == null) {
      throw new GatewayRefused("CF-E662 配置文件里没有资料种类 " + supplyId + "，请补上它的来源。");
    }
    SpoolManifest manifest =
        spool
            .find(attempt)
            .orElseGet(
                () ->
                    spool.write(
                        attempt,
                        requestId,
                        supply,
                        rows -> progress.reading(requestId, rows),
                        note -> progress.say(requestId + "：" + note)));
    if (returned != null
        && spool.lastSent(requestId).filter(manifest.sha256()::equals).isPresent()) {
      spool.discard(attempt);
      throw new GatewayRefused("CF-E663 资料退回后没有改动，不重复报送。退回原因：" + returned);
    }
    progress.read(requestId, manifest.count());
    JsonNode receipt = send(manifest);
    if ("quarantined".equals(receipt.path("state").asText())) {
      throw new GatewayRefused("CF-E665 文件无法读取，已隔离，由普查办处理：" + receipt.path("reason").asText());
    }
    keepRejects(requestId, receipt);
    spool.keepReceipt(requestId, receipt.toString());
    progress.received(requestId, receipt);
  }

  /** The request was completed: what was kept for another try is not needed any longer. */
  public void forget(String attempt) {
    spool.discard(attempt);
  }

  private JsonNode send(SpoolManifest manifest) {
    JsonNode delivery = open(manifest, manifest.clientKey());
    String path = "/api/deliveries/" + delivery.path("deliveryId").asText();
    int partBytes = partBytes(delivery);
    int parts = (int) Math.max(1, (manifest.bytes() + partBytes - 1) / partBytes);
    JsonNode state = server.get(path);
    if ("open".equals(state.path("state").asText())) {
      upload(manifest, path, parts, partBytes, state);
    }
    ObjectNode closing = JsonNodeFactory.instance.objectNode();
    closing.put("parts", parts);
    closing.put("count", manifest.count());
    closing.put("sha256", manifest.sha256());
    progress.closing(manifest.requestId());
    return server.post(path + "/close", closing);
  }

  /**
   * One that the server let go, because it waited too long, is begun anew under a key of its own.
   */
  private JsonNode open(SpoolManifest manifest, String clientKey) {
    ObjectNode opening = JsonNodeFactory.instance.objectNode();
    opening.put("clientKey", clientKey);
    opening.put("asOf", manifest.asOf().toString());
    opening.put("mode", "replace");
    opening.put("encoding", "UTF-8");
    opening.put("count", manifest.count());
    opening.put("sha256", manifest.sha256());
    JsonNode delivery =
        server.post("/api/record-requests/" + manifest.requestId() + "/deliveries", opening);
    return "abandoned".equals(delivery.path("state").asText())
        ? open(manifest, manifest.clientKey() + "/" + delivery.path("deliveryId").asText())
        : delivery;
  }

  private static int partBytes(JsonNode delivery) {
    return Math.max(LEAST_PART, Math.min(MOST_PART, delivery.path("partBytes").asInt()));
  }

  /** Sends the parts that the server does not have. */
  private void upload(
      SpoolManifest manifest, String path, int parts, int partBytes, JsonNode state) {
    Set<Integer> there = new HashSet<>();
    state.path("parts").forEach(it -> there.add(it.path("number").asInt()));
    Path file = spool.file(manifest.clientKey());
    byte[] part = new byte[partBytes];
    try (InputStream in = Files.newInputStream(file)) {
      for (int number = 1; number <= parts; number++) {
        int length = in.readNBytes(part, 0, partBytes);
        if (!there.contains(number)) {
          server.put(path + "/parts/" + number, part, length, Sha256.hex(part, length));
        }
        progress.sent(manifest.requestId(), number, parts);
      }
    } catch (IOException e) {
      throw new GatewayRefused("CF-E657 无法读取待送文件。", e);
    }
  }

  private void keepRejects(String requestId, JsonNode receipt) {
    if (receipt.path("rejected").asLong() == 0) {
      return;
    }
    String rejects =
        server.text("/api/deliveries/" + receipt.path("deliveryId").asText() + "/rejects.csv");
    spool.keepRejects(requestId, rejects);
  }
}
