package org.censusflow.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Somebody of the census office who looks at the district's progress, signed in and over HTTP. */
final class ProgressReader {

  private static final String USER = "bench-officer";

  private final HttpClient client = HttpClient.newHttpClient();
  private final HttpRequest request;

  private ProgressReader(URI progress, String password) {
    byte[] login = (USER + ":" + password).getBytes(StandardCharsets.UTF_8);
    request =
        HttpRequest.newBuilder(progress)
            .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(login))
            .build();
  }

  /** Makes the officer's account first. */
  static ProgressReader of(
      String address, SiteAdministrator administrator, String district, String census)
      throws IOException, InterruptedException {
    String password = BenchSecrets.password();
    administrator.createAccount(USER, password, district + "-census-office");
    return new ProgressReader(URI.create(address + "/api/progress/" + census), password);
  }

  /**
   * @throws IllegalStateException when the figures are not shown
   */
  void read() {
    try {
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException("progress was answered with " + answer.statusCode());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while progress was read", e);
    }
  }
}
