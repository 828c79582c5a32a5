package org.censusflow.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.censusflow.system.RawHttp.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.TestPropertySource;

/**
 * What is refused at the door, before anything behind it reads it: bodies without end, odd paths,
 * foreign hosts, requests that another site's page makes a browser send.
 */
@TestPropertySource(
    properties = {"censusflow.sample.enabled=false", "camunda.bpm.job-execution.enabled=false"})
@ExtendWith(OutputCaptureExtension.class)
class SmallDoorsIT extends SystemTest {

  private static final String JSON = "Content-Type: application/json";
  private static final String BATCH = "/api/censuses/" + CENSUS + "/households/batch";
  private static final String LOGIN = "/camunda/api/admin/auth/user/default/login/tasklist";

  private RawHttp raw;

  @BeforeEach
  void door() {
    raw = new RawHttp(address());
  }

  private static String staff(String user) {
    return RawHttp.basic(user, "Census-2020");
  }

  // Bodies

  @ParameterizedTest
  @CsvSource({
    "hc-office-1, POST, " + BATCH,
    "hc-office-1, POST, /api/censuses/haicang-2020/households",
    "hc-public-security, PUT, /api/rectifications/haicang-2020/songyu/counts",
    "hc-education, POST, /engine-rest/task",
    "hc-education, POST, /engine-rest/engine/default/task",
    "nobody, POST, " + LOGIN,
    "nobody, POST, /camunda/api/engine/engine/default/task"
  })
  void aBodyWithoutEndIsCutOffOnEveryPath(String user, String method, String path) {
    String login = user.equals("nobody") ? "X-None: 1" : staff(user);
    Answer declared =
        raw.send(method, path, out -> out.write('['), login, JSON, "Content-Length: 99999999");
    assertThat(declared.status()).isEqualTo(413);
    assertThat(declared.body()).contains("CF-E180").contains("太大");
    Answer chunked =
        raw.send(method, path, SmallDoorsIT::endless, login, JSON, "Transfer-Encoding: chunked");
    assertThat(chunked.status()).isEqualTo(413);
    assertThat(chunked.body()).contains("CF-E180");
  }

  /** 64 MB in chunks; more than any path takes. */
  private static void endless(OutputStream out) throws IOException {
    byte[] piece = new byte[1024 * 1024];
    Arrays.fill(piece, (byte) ' ');
    for (int i = 0; i < 64; i++) {
      out.write("100000\r\n".getBytes(StandardCharsets.US_ASCII));
      out.write(piece);
      out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
    }
    out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void whoMayNotSendIsToldBeforeTheBodyIsRead() {
    for (String path :
        new String[] {
          BATCH,
          "/api/censuses/haicang-2020/intake-jobs",
          "/api/areas/haicang-2020/boundary-changes",
          "/api/pair-verdicts/1/retraction"
        }) {
      Answer refused =
          raw.send(
              "POST",
              path,
              out -> out.write('['),
              staff("hc-education"),
              JSON,
              "Content-Length: 228000000");
      assertThat(refused.status()).as(path).isEqualTo(403);
      assertThat(refused.body()).as(path).contains("CF-E109");
    }
    Answer multipart =
        raw.send(
            "POST",
            "/api/requests/none/deliveries",
            out -> out.write('-'),
            staff("hc-office-1"),
            "Content-Type: multipart/form-data; boundary=x",
            "Content-Length: 228000000");
    assertThat(multipart.status()).isEqualTo(403);
  }

  @Test
  void aBatchOfFiveHundredIsNotTooLarge() {
    String one = "{\"block\":\"x\",\"mode\":\"field\",\"householdNo\":1,\"address\":\"%s\"}";
    String body =
        "[" + (one.formatted("路".repeat(2000)) + ",").repeat(499) + one.formatted("") + "]";
    Rest.Answer answer = as("hc-office-1").postBytes(BATCH, body.getBytes(StandardCharsets.UTF_8));
    assertThat(answer.status()).as(answer.body()).isNotEqualTo(413).isNotEqualTo(500);
  }

  @Test
  void aBodyThatDoesNotComeIsGivenUp() {
    Answer slow =
        raw.send(
            "POST",
            LOGIN,
            out -> out.write('u'),
            "Content-Type: application/x-www-form-urlencoded",
            "Content-Length: 40");
    assertThat(slow.status()).isEqualTo(408);
  }

  @Test
  void nestingNulAndHalfCharactersInJsonAreRefusedAsBadRequests(CapturedOutput output) {
    String deep = "[".repeat(200_000);
    for (String body :
        new String[] {deep, "[{\"block\":\"a\\u0000b\"}]", "[{\"address\":\"\\ud83d\"}]"}) {
      Rest.Answer refused =
          as("hc-office-1").postBytes(BATCH, body.getBytes(StandardCharsets.UTF_8));
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.message()).startsWith("CF-E");
    }
    assertThat(output).doesNotContain("threw exception");
  }

  // Paths, names, hosts

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//engine-rest/process-instance",
        "/engine-rest;x=1/process-instance",
        "/engine-rest/..;/api/phases",
        "/%65ngine-rest/process-instance",
        "/api/../x",
        "/api/%2e%2e/x",
        "/api/x;y",
        "/api/..%2fx",
        "/api/a%2Fb",
        "/api/a%5Cb",
        "/api/a\\b",
        "/api/a%00b",
        "/api/a%0Ab",
        "/api/phases?district=a%00b",
        "/engine-rest/process-instance?businessKey=a%00b",
        "/engine-rest/process-instance?businessKey=a%1Fb",
        "/camunda/api/engine/engine/default/task?name=%00",
        "/camunda//app/tasklist/default/"
      })
  void oddPathsAndParametersAreBadRequests(String path, CapturedOutput output) {
    Answer refused = raw.get(path, staff("hc-education"));
    assertThat(refused.status()).as(refused.body()).isEqualTo(400);
    assertThat(refused.body()).contains("CF-E181");
    assertThat(output).doesNotContain("threw exception");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/requests/none/deliveries",
        "/api/censuses/" + CENSUS + "/intake-jobs",
        "/api/phases"
      })
  void aNulInTheNameOfAFileIsABadRequest(String path, CapturedOutput output) {
    String user = path.contains("requests") ? "hc-education" : "hc-office-1";
    String file =
        """
        --x\r
        Content-Disposition: form-data; name="file"; filename="a\0b.csv"\r
        Content-Type: text/csv\r
        \r
        1\r
        --x--\r
        """;
    byte[] body = file.getBytes(StandardCharsets.UTF_8);
    Answer refused =
        raw.send(
            "POST",
            path,
            out -> out.write(body),
            staff(user),
            "Content-Type: multipart/form-data; boundary=x",
            "Content-Length: " + body.length);
    assertThat(refused.status()).isIn(400, 403);
    assertThat(refused.body()).containsAnyOf("CF-E181", "CF-E109");
    assertThat(output).doesNotContain("threw exception");
  }

  @Test
  void thePageOfErrorsIsNoPageOfItsOwn() {
    assertThat(raw.get("/error").status()).isEqualTo(403);
    assertThat(raw.get("/error").body()).doesNotContain("999");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/camunda/app/tasklist/default/", "/api/phases", "/engine-rest/task"})
  void aForeignHostIsNotServed(String path) {
    Answer refused = raw.get(path, "Host: evil.example", staff("hc-education"));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).contains("CF-E183").contains("CENSUSFLOW_HOSTS");
    assertThat(refused.header("Location")).isEmpty();
  }

  @Test
  void theFirstPageIsFoundWithoutNamingAHostAndHealthIsAnsweredUnderAny() {
    Answer first = raw.get("/");
    assertThat(first.status()).isEqualTo(302);
    assertThat(first.header("Location")).isEqualTo("/camunda/app/");
    assertThat(raw.get("/actuator/health", "Host: 10.0.0.7:8080").status()).isEqualTo(200);
    assertThat(raw.get("/actuator/health", "Host: [::1]").status()).isEqualTo(200);
  }

  // Other sites' pages

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/engine-rest/deployment/create",
        "/engine-rest/engine/default/task",
        "/api/censuses/haicang-2020/intake-jobs",
        LOGIN,
        "/camunda/api/engine/engine/default/task"
      })
  void anotherSitesPageSendsNothing(String path) {
    String own = address().substring("http://".length());
    for (String foreign :
        new String[] {
          "Sec-Fetch-Site: cross-site",
          "Sec-Fetch-Site: same-site",
          "Origin: http://evil.example",
          "Origin: http://" + own + ".evil.example",
          "Origin: http://" + own.split(":")[0] + ":1",
          "Origin: null",
          "Referer: https://evil.example/page?" + own
        }) {
      Answer refused =
          raw.send(
              "POST",
              path,
              out -> out.write("{}".getBytes(StandardCharsets.UTF_8)),
              staff("admin"),
              JSON,
              "Content-Length: 2",
              foreign);
      assertThat(refused.status()).as(foreign).isEqualTo(403);
      assertThat(refused.body()).as(foreign).contains("CF-E182");
    }
  }

  @Test
  void anotherSitesPageReadsNothingButALinkMayLeadHere() {
    for (String path : new String[] {"/api/forms", "/engine-rest/task", "/camunda/api/engine/x"}) {
      Answer read =
          raw.get(path, staff("hc-lead"), "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors");
      assertThat(read.status()).as(path).isEqualTo(403);
      assertThat(read.body()).contains("CF-E182");
    }
    Answer link =
        raw.get(
            "/api/forms",
            staff("hc-lead"),
            "Sec-Fetch-Site: cross-site",
            "Sec-Fetch-Mode: navigate");
    assertThat(link.status()).isEqualTo(200);
  }

  @Test
  void theOwnPagesAndProgramsSendAsBefore() {
    for (String own :
        new String[] {
          "Origin: " + address(),
          "Sec-Fetch-Site: same-origin",
          "Sec-Fetch-Site: none",
          "Referer: " + address() + "/camunda/app/tasklist/default/",
          "X-Program: curl"
        }) {
      Answer answer =
          raw.send(
              "POST",
              "/engine-rest/task",
              out -> out.write("{}".getBytes(StandardCharsets.UTF_8)),
              staff("hc-education"),
              JSON,
              "Content-Length: 2",
              own);
      assertThat(answer.status()).as(own).isEqualTo(200);
    }
  }

  @Test
  void noBrowserIsAskedForALoginThatItWouldKeep() {
    String path = "/api/phases?district=haicang";
    assertThat(raw.get(path).header("WWW-Authenticate")).startsWith("Basic");
    for (String browser :
        new String[] {
          "Accept: text/html,application/xhtml+xml",
          "Sec-Fetch-Mode: cors",
          "Origin: " + address(),
          "User-Agent: Mozilla/5.0 (X11; Linux x86_64)"
        }) {
      Answer asked = raw.get(path, browser);
      assertThat(asked.status()).isEqualTo(401);
      assertThat(asked.header("WWW-Authenticate")).as(browser).isEmpty();
    }
  }

  // Headers

  @Test
  void whatTheApiShowsMayLoadNothingAndTellsNoOtherSite() {
    for (String path : new String[] {"/api/record-requests/board", "/api/forms"}) {
      Answer page = raw.get(path, staff("hc-office-1"));
      assertThat(page.header("Content-Security-Policy"))
          .contains("default-src 'none'")
          .contains("frame-ancestors 'none'");
      assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
      assertThat(page.header("Permissions-Policy")).contains("camera=()");
      assertThat(page.header("Strict-Transport-Security")).isEmpty();
    }
  }

  @Test
  void cookiesSayOnceFromWhereTheyAreSent() {
    Answer page = raw.get("/camunda/app/tasklist/default/");
    String[] cookies = page.header("Set-Cookie").split("\n");
    assertThat(cookies).hasSize(2);
    for (String cookie : cookies) {
      assertThat(cookie.split("(?i)SameSite=", -1)).as(cookie).hasSize(2);
      assertThat(cookie).doesNotContain("Secure");
    }
  }

  // Accounts

  @Test
  void aWeakPasswordIsABadRequest() {
    Map<String, Object> profile =
        Map.of("id", "new-one", "firstName", "新", "lastName", "人", "email", "");
    Rest.Answer made =
        as("admin")
            .post(
                "/engine-rest/user/create",
                Map.of("profile", profile, "credentials", Map.of("password", "short")));
    assertThat(made.status()).isEqualTo(400);
    assertThat(made.message()).startsWith("CF-E186").contains("十");
    Rest.Answer changed =
        as("hc-civil-affairs")
            .put(
                "/engine-rest/user/hc-civil-affairs/credentials",
                Map.of("password", "short", "authenticatedUserPassword", "Census-2020"));
    assertThat(changed.status()).isEqualTo(400);
    assertThat(changed.message()).startsWith("CF-E186");
  }
}
