package org.censusflow.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

/** Pages of the web applications that several people open at the same moment. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "censusflow.sample.enabled=false",
      "spring.datasource.url=jdbc:h2:mem:two-people;DB_CLOSE_DELAY=-1"
    })
@DirtiesContext
class TwoPeopleAtOnceIT {

  private static final Pattern IN_PAGE = Pattern.compile("nonce=\"([^\"]+)\"");
  private static final Pattern IN_POLICY = Pattern.compile("'nonce-([^']+)'");
  private static final int PAGES = 200;

  @LocalServerPort private int port;

  @Test
  void everyoneGetsAPageWhoseScriptsTheirBrowserAccepts() {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest page =
        HttpRequest.newBuilder(
                URI.create("http://localhost:" + port + "/camunda/app/tasklist/default/"))
            .build();
    List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
    for (int i = 0; i < PAGES; i++) {
      answers.add(client.sendAsync(page, HttpResponse.BodyHandlers.ofString()));
    }
    for (CompletableFuture<HttpResponse<String>> answer : answers) {
      HttpResponse<String> got = answer.join();
      assertThat(got.statusCode()).isEqualTo(200);
      String policy = got.headers().firstValue("Content-Security-Policy").orElseThrow();
      assertThat(first(IN_PAGE, got.body())).isEqualTo(first(IN_POLICY, policy));
    }
  }

  private static String first(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    assertThat(found.find()).isTrue();
    return found.group(1);
  }
}
