package org.censusflow.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Makes a new server ready for work over the engine's REST, as its administrator. */
final class SiteAdministrator {

  private static final long PAUSE = 100;

  private final HttpClient client = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private final String address;
  private final String authorization;

  SiteAdministrator(String address, String user, String password) {
    this.address = address;
    byte[] login = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    authorization = "Basic " + Base64.getEncoder().encodeToString(login);
  }

  /**
   * @throws IOException when the server is not there in time
   */
  void awaitServer(Duration longest) throws IOException, InterruptedException {
    long end = System.nanoTime() + longest.toNanos();
    while (!isUp()) {
      if (System.nanoTime() > end) {
        throw new IOException("the server did not start; its log says why");
      }
      TimeUnit.MILLISECONDS.sleep(PAUSE);
    }
  }

  private boolean isUp() throws InterruptedException {
    try {
      HttpRequest health = HttpRequest.newBuilder(URI.create(address + "/actuator/health")).build();
      return client.send(health, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  void createAccount(String user, String password, String group)
      throws IOException, InterruptedException {
    send(
        "POST",
        "/engine-rest/user/create",
        Map.of(
            "profile", Map.of("id", user, "firstName", user, "lastName", group),
            "credentials", Map.of("password", password)));
    send("PUT", "/engine-rest/group/" + group + "/members/" + user, Map.of());
  }

  private void send(String method, String path, Map<String, ?> body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + path))
            .header("Authorization", authorization)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(json.writeValueAsString(body)))
            .build();
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IOException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
    }
  }
}
