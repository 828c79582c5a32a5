import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;

/**
 * CensusFlow's REST as a department needs it. Every call may be repeated: after a crash the same
 * task and the same file find their delivery again, with the parts that have arrived.
 */
class Census {

  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private final String address;
  private final String authorization;

  Census(String address, String user, String password) {
    this.address = address;
    byte[] login = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    authorization = "Basic " + Base64.getEncoder().encodeToString(login);
  }

  /** Delivers a file for a request and answers with the receipt. */
  JsonNode answer(String requestId, String taskId, byte[] file)
      throws IOException, InterruptedException {
    String hash = sha256(file);
    int count = records(file);
    JsonNode request = get("/api/record-requests/" + requestId);
    refuseUnchanged(request, hash);
    JsonNode delivery =
        post(
            "/api/record-requests/" + requestId + "/deliveries",
            Map.of(
                "clientKey",
                taskId + "-" + hash.substring(0, 16),
                "asOf",
                request.get("asOf").asText(),
                "mode",
                "replace",
                "count",
                count,
                "sha256",
                hash));
    String path = "/api/deliveries/" + delivery.get("deliveryId").asText();
    int parts = upload(delivery, path, file);
    JsonNode receipt =
        post(path + "/close", Map.of("parts", parts, "count", count, "sha256", hash));
    if (receipt.get("state").asText().equals("quarantined")) {
      throw new IOException("The file cannot be read: " + receipt.get("reason").asText());
    }
    return receipt;
  }

  /** What was returned would only be returned again. */
  private void refuseUnchanged(JsonNode request, String hash)
      throws IOException, InterruptedException {
    if (request.get("state").asText().equals("returned")) {
      String last = request.get("lastDelivery").asText();
      if (get("/api/deliveries/" + last + "/receipt").get("sha256").asText().equals(hash)) {
        throw new IOException("Returned, and unchanged since: " + request.get("reason").asText());
      }
    }
  }

  /** Puts the parts that the server does not have yet, and says how many there are. */
  private int upload(JsonNode delivery, String path, byte[] file)
      throws IOException, InterruptedException {
    Set<Integer> there = new HashSet<>();
    delivery.get("parts").forEach(part -> there.add(part.get("number").asInt()));
    int size = delivery.get("partBytes").asInt();
    int parts = (file.length + size - 1) / size;
    boolean open = delivery.get("state").asText().equals("open");
    for (int number = 1; number <= parts && open; number++) {
      int from = (number - 1) * size;
      if (!there.contains(number)) {
        byte[] part = Arrays.copyOfRange(file, from, Math.min(file.length, from + size));
        put(path + "/parts/" + number, part);
      }
    }
    return parts;
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    return json.readTree(call(request(path).GET()));
  }

  private JsonNode post(String path, Map<String, Object> body)
      throws IOException, InterruptedException {
    BodyPublisher content = BodyPublishers.ofByteArray(json.writeValueAsBytes(body));
    return json.readTree(
        call(request(path).header("Content-Type", "application/json").POST(content)));
  }

  private void put(String path, byte[] part) throws IOException, InterruptedException {
    call(
        request(path)
            .header("Content-Type", "application/octet-stream")
            .header("X-Content-SHA256", sha256(part))
            .PUT(BodyPublishers.ofByteArray(part)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + path))
        .header("Authorization", authorization);
  }

  private byte[] call(HttpRequest.Builder builder) throws IOException, InterruptedException {
    HttpRequest request = builder.build();
    HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
    if (answer.statusCode() >= 300) {
      String why = new String(answer.body(), StandardCharsets.UTF_8);
      throw new IOException(request.uri().getPath() + ": " + answer.statusCode() + " " + why);
    }
    return answer.body();
  }

  /** Records of a CSV file in which no field holds a line break. */
  private static int records(byte[] file) {
    return Math.toIntExact(new String(file, StandardCharsets.UTF_8).lines().count() - 1);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
