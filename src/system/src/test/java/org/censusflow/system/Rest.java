package org.censusflow.system;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** The program's web interfaces as somebody calls them from outside. */
record Rest(String address, Map<String, String> headers) {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BOUNDARY = "a-file-follows";

  /** An answer as it came. */
  record Answer(int status, String body) {

    JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (JsonProcessingException e) {
        throw new AssertionError("Not JSON: " + body, e);
      }
    }

    String message() {
      return json().path("message").asText();
    }
  }

  static Rest at(String address) {
    return new Rest(address, Map.of());
  }

  Rest as(String user, String password) {
    byte[] login = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return with("Authorization", "Basic " + Base64.getEncoder().encodeToString(login));
  }

  Rest with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Rest(address, more);
  }

  Answer get(String path) {
    return send(request(path).GET());
  }

  Answer post(String path, Object body) {
    return sendJson("POST", path, body);
  }

  Answer put(String path, Object body) {
    return sendJson("PUT", path, body);
  }

  Answer sendJson(String method, String path, Object body) {
    try {
      BodyPublisher json = BodyPublishers.ofString(JSON.writeValueAsString(body));
      return send(request(path).header("Content-Type", "application/json").method(method, json));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  /** Posts bytes that claim to be JSON. */
  Answer postBytes(String path, byte[] body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(body)));
  }

  /** Puts a part of a delivery, with the hash that is stated for it. */
  Answer putBytes(String path, byte[] content, String sha256) {
    return send(
        request(path)
            .header("Content-Type", "application/octet-stream")
            .header("X-Content-SHA256", sha256)
            .PUT(BodyPublishers.ofByteArray(content)));
  }

  /** Uploads a file of records with what its manifest says. */
  Answer upload(String path, byte[] file, int count) {
    String head =
        field("asOf", "2020-11-01")
            + field("count", String.valueOf(count))
            + "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"records.csv\"\r\n"
                .formatted(BOUNDARY)
            + "Content-Type: text/csv\r\n\r\n";
    String tail = "\r\n--" + BOUNDARY + "--\r\n";
    BodyPublisher body =
        BodyPublishers.concat(
            BodyPublishers.ofString(head),
            BodyPublishers.ofByteArray(file),
            BodyPublishers.ofString(tail));
    return send(
        request(path)
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(body));
  }

  private static String field(String name, String value) {
    return "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
        .formatted(BOUNDARY, name, value);
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
    headers.forEach(request::header);
    return request;
  }

  private static Answer send(HttpRequest.Builder request) {
    try {
      var response = CLIENT.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
      return new Answer(response.statusCode(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
