package org.censusflow.gateway;

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
import java.time.Duration;
import java.util.Base64;
import java.util.Set;

/**
 * CensusFlow's REST, as a department's account sees it. While the network or the server is away it
 * tries again, for as long as {@link #PATIENCE}.
 */
public final class Server {

  /** Longer than a server takes to start again, or a line to be mended. */
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  private static final Set<Integer> AWAY = Set.of(429, 500, 502, 503, 504);
  private static final long FIRST_WAIT = 250;
  private static final long LONGEST_WAIT = 15_000;

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private final ObjectMapper json = new ObjectMapper();
  private final String address;
  private final String authorization;

  public Server(GatewayConfig config) {
    address = config.server().toString();
    String login = config.user() + ":" + config.password();
    authorization =
        "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @throws GatewayRefused when the server refuses, or stays away too long
   */
  public JsonNode get(String path) {
    return json(send("GET", path, BodyPublishers.noBody(), null, null));
  }

  String text(String path) {
    return send("GET", path, BodyPublishers.noBody(), null, null).body();
  }

  /** Without a body, where the answer has none either. */
  public void post(String path) {
    send("POST", path, BodyPublishers.noBody(), null, null);
  }

  JsonNode post(String path, JsonNode body) {
    BodyPublisher publisher = BodyPublishers.ofString(body.toString(), StandardCharsets.UTF_8);
    return json(send("POST", path, publisher, "application/json", null));
  }

  void put(String path, byte[] part, int length, String sha256) {
    BodyPublisher publisher = BodyPublishers.ofByteArray(part, 0, length);
    send("PUT", path, publisher, "application/octet-stream", sha256);
  }

  private HttpResponse<String> send(
      String method, String path, BodyPublisher body, String type, String sha256) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path))
            .timeout(Duration.ofMinutes(10))
            .header("Authorization", authorization)
            .method(method, body);
    if (type != null) {
      request.header("Content-Type", type);
    }
    if (sha256 != null) {
      request.header("X-Content-SHA256", sha256);
    }
    return answered(request.build());
  }

  private HttpResponse<String> answered(HttpRequest request) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    long wait = FIRST_WAIT;
    while (true) {
      String trouble;
      try {
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        if (!AWAY.contains(response.statusCode()) && !isBeingClosed(request, response)) {
          return checked(response);
        }
        trouble = "HTTP " + response.statusCode();
      } catch (IOException e) {
        trouble = e.getClass().getSimpleName();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new GatewayRefused("CF-E658 程序被停止，下次启动时接着送。", e);
      }
      if (System.nanoTime() > end) {
        throw new GatewayRefused("CF-E658 服务器连续 30 分钟没有应答（" + trouble + "）。");
      }
      pause(wait);
      wait = Math.min(LONGEST_WAIT, wait * 2);
    }
  }

  /** An earlier call to close, whose answer was lost, is still at work. */
  private static boolean isBeingClosed(HttpRequest request, HttpResponse<String> response) {
    return response.statusCode() == 409 && request.uri().getPath().endsWith("/close");
  }

  private HttpResponse<String> checked(HttpResponse<String> response) {
    int status = response.statusCode();
    if (status == 401) {
      throw new GatewayRefused("CF-E659 账号或口令不对，服务器拒绝登录。");
    }
    if (status == 403 || status == 404) {
      throw new GatewayRefused("CF-E660 该请求不属于本部门，或已经结束。");
    }
    if (status >= 400) {
      throw new GatewayRefused("CF-E661 服务器没有接受（HTTP " + status + "）：" + message(response.body()));
    }
    return response;
  }

  private String message(String body) {
    try {
      return json.readTree(body).path("message").asText("没有说明");
    } catch (IOException e) {
      return "没有说明";
    }
  }

  private JsonNode json(HttpResponse<String> response) {
    try {
      return json.readTree(response.body());
    } catch (IOException e) {
      throw new GatewayRefused("CF-E661 服务器的应答不是 JSON：请核对 server 地址。", e);
    }
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new GatewayRefused("CF-E658 程序被停止，下次启动时接着送。", e);
    }
  }
}
