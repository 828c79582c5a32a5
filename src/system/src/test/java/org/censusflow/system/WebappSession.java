package org.censusflow.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** Somebody logged in to Tasklist, as the browser remembers it: cookies, and the token in one. */
record WebappSession(String cookies, String token) {

  static WebappSession login(String address, String user, String password) {
    CookieManager jar = new CookieManager();
    HttpClient browser = HttpClient.newBuilder().cookieHandler(jar).build();
    try {
      open(browser, address);
      int status =
          browser
              .send(
                  HttpRequest.newBuilder(
                          URI.create(
                              address + "/camunda/api/admin/auth/user/default/login/tasklist"))
                      .header("Content-Type", "application/x-www-form-urlencoded")
                      .header("X-XSRF-TOKEN", token(jar))
                      .POST(
                          BodyPublishers.ofString(
                              "username=" + encode(user) + "&password=" + encode(password)))
                      .build(),
                  BodyHandlers.discarding())
              .statusCode();
      if (status != 200) {
        throw new AssertionError("Login to Tasklist answered " + status);
      }
      // The login made a new session, which gets its token with the next page.
      open(browser, address);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
    String cookies =
        jar.getCookieStore().getCookies().stream()
            .map(cookie -> cookie.getName() + "=" + cookie.getValue())
            .collect(Collectors.joining("; "));
    return new WebappSession(cookies, token(jar));
  }

  private static void open(HttpClient browser, String address)
      throws IOException, InterruptedException {
    URI tasklist = URI.create(address + "/camunda/app/tasklist/default/");
    browser.send(HttpRequest.newBuilder(tasklist).build(), BodyHandlers.discarding());
  }

  private static String token(CookieManager jar) {
    return jar.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
        .map(HttpCookie::getValue)
        .reduce((first, last) -> last)
        .orElseThrow();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
