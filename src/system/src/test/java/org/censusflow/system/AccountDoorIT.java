package org.censusflow.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.censusflow.cli.Commands;
import org.censusflow.system.Rest.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestPropertySource;

/**
 * Strangers guess passwords, staff reach for accounts that are not theirs to change; behind a proxy
 * that tells from where each request comes.
 */
@TestPropertySource(
    properties = {
      "spring.datasource.url=jdbc:h2:mem:accounts-and-doors;DB_CLOSE_DELAY=-1",
      "censusflow.sample.enabled=false",
      "camunda.bpm.job-execution.enabled=false",
      "server.forward-headers-strategy=native"
    })
@ExtendWith(OutputCaptureExtension.class)
class AccountDoorIT extends SystemTest {

  private static final String ME = "/engine-rest/user/";
  private static final String LOGIN = "/camunda/api/admin/auth/user/default/login/tasklist";

  @Autowired private Environment environment;

  private Rest from(String source) {
    return nobody().with("X-Forwarded-For", source);
  }

  private Answer tries(String source, String user, String password) {
    return from(source).as(user, password).get("/engine-rest/task?maxResults=1");
  }

  /** Until the source may not try this account any more. */
  private void guesses(String source, String user) {
    for (int i = 0; i < 3; i++) {
      assertThat(tries(source, user, "guess-" + i).status()).isEqualTo(401);
    }
    Answer tooSoon = tries(source, user, "Census-2020");
    assertThat(tooSoon.status()).isEqualTo(429);
    assertThat(tooSoon.message()).startsWith("CF-E184");
  }

  @Test
  void whoGuessesLocksOutNobodyButHimself() {
    for (String account : List.of("admin", "hc-health", "no-such-account")) {
      guesses("203.0.113.7", account);
    }
    assertThat(tries("198.51.100.1", "admin", "Census-2020").status()).isEqualTo(200);
    assertThat(tries("198.51.100.1", "hc-health", "Census-2020").status()).isEqualTo(200);
  }

  @Test
  void theLoginOfTheWebApplicationsAndBasicAreOneDoor() {
    RawHttp raw = new RawHttp(address());
    String body = "username=hc-finance&password=guess";
    for (int i = 0; i < 3; i++) {
      assertThat(login(raw, "203.0.113.8", body).status()).isEqualTo(401);
    }
    RawHttp.Answer early = login(raw, "203.0.113.8", "username=hc-finance&password=Census-2020");
    assertThat(early.status()).isEqualTo(401);
    assertThat(early.header("Retry-After")).isNotEmpty();
    assertThat(tries("203.0.113.8", "hc-finance", "Census-2020").status()).isEqualTo(429);
    assertThat(login(raw, "198.51.100.8", "username=hc-finance&password=Census-2020").status())
        .isEqualTo(200);
  }

  /** As the page does: with the cookies and the token that its first request got. */
  private static RawHttp.Answer login(RawHttp raw, String source, String body) {
    List<String> cookies =
        raw.get("/camunda/app/tasklist/default/")
            .header("Set-Cookie")
            .lines()
            .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
            .toList();
    String token =
        cookies.stream().filter(it -> it.startsWith("XSRF-TOKEN=")).findFirst().orElseThrow();
    return raw.send(
        "POST",
        LOGIN,
        out -> out.write(body.getBytes(StandardCharsets.UTF_8)),
        "X-Forwarded-For: " + source,
        "Cookie: " + String.join("; ", cookies),
        "X-XSRF-TOKEN: " + token.substring("XSRF-TOKEN=".length()),
        "Content-Type: application/x-www-form-urlencoded",
        "Content-Length: " + body.length());
  }

  @Test
  void whoComesByHttpsStaysWithHttps() {
    RawHttp raw = new RawHttp(address());
    RawHttp.Answer page = raw.get("/camunda/app/tasklist/default/", "X-Forwarded-Proto: https");
    assertThat(page.header("Set-Cookie").lines())
        .hasSize(2)
        .allMatch(cookie -> cookie.contains("; Secure") && cookie.contains("SameSite=Lax"));
    assertThat(page.header("Strict-Transport-Security")).startsWith("max-age=");
    assertThat(
            raw.get("/api/forms", "X-Forwarded-Proto: https").header("Strict-Transport-Security"))
        .startsWith("max-age=");
  }

  @Test
  void aForgedSourceBehindTheProxyIsNotBelieved() {
    // The proxy adds whom it saw; what the client wrote before it stands further left.
    guesses("192.0.2.1, 203.0.113.9", "hc-tax");
    assertThat(tries("192.0.2.2, 203.0.113.9", "hc-tax", "Census-2020").status()).isEqualTo(429);
  }

  @Test
  void thousandsOfWrongPasswordsFromEverywhereDoNotLockAnAccount() {
    for (int i = 0; i < 60; i++) {
      tries("203.0.113." + (100 + i), "hc-education", "guess");
    }
    assertThat(tries("203.0.113.159", "hc-education", "Census-2020").status()).isEqualTo(429);
    assertThat(tries("198.51.100.2", "hc-education", "Census-2020").status()).isEqualTo(200);
  }

  @Test
  void theOperatorLetsTheAdministratorInAgainWithoutAnyLogin() {
    guesses("203.0.113.20", "admin");
    assertThat(unlock("admin")).isZero();
    assertThat(tries("203.0.113.20", "admin", "Census-2020").status()).isEqualTo(200);
    assertThat(unlock("no-such-account")).isEqualTo(1);
  }

  @Test
  void whatIsUnlockedIsNotOpenToWhoGoesOnGuessing() {
    guesses("203.0.113.21", "hc-lead");
    assertThat(unlock("hc-lead")).isZero();
    guesses("203.0.113.21", "hc-lead");
  }

  @Test
  void anAdministratorUnlocksForOthers() {
    guesses("203.0.113.22", "hc-deputy");
    assertThat(as("admin").post(ME + "hc-deputy/unlock", Map.of()).status()).isEqualTo(204);
    assertThat(tries("203.0.113.22", "hc-deputy", "Census-2020").status()).isEqualTo(200);
  }

  private int unlock(String user) {
    String url = environment.getRequiredProperty("spring.datasource.url");
    return Commands.run(
            new String[] {"unlock", user, "--url", url, "--user", "sa", "--password", ""})
        .orElseThrow();
  }

  @Test
  void theLogDoesNotTellWhichAccountsExist(CapturedOutput output) {
    tries("203.0.113.30", "hc-justice", "guess");
    tries("203.0.113.30", "no-such-account", "guess");
    assertThat(output)
        .contains("CF-W606 Login refused: wrong name or password, from 203.0.113.30")
        .doesNotContain("hc-justice")
        .doesNotContain("no-such-account");
  }

  // Own and others' accounts

  @Test
  void nobodyDeletesOrRenamesAnAccountButTheAdministrator() {
    Map<String, Object> renamed =
        Map.of("id", "hc-lead", "firstName", "普查办主任", "lastName", "", "email", "");
    for (String path : List.of(ME, "/engine-rest/engine/default/user/")) {
      refused(as("hc-lead").sendJson("DELETE", path + "hc-lead", Map.of()));
      refused(as("hc-lead").put(path + "hc-lead/profile", renamed));
      refused(as("hc-justice").sendJson("DELETE", path + "hc-lead", Map.of()));
      refused(as("hc-justice").put(path + "hc-lead/profile", renamed));
    }
    assertThat(as("hc-lead").get("/api/phases?district=haicang").status()).isEqualTo(200);
    assertThat(as("admin").put(ME + "hc-lead/profile", renamed).status()).isEqualTo(204);
  }

  private static void refused(Answer answer) {
    assertThat(answer.status()).isIn(403, 404);
  }

  @Test
  void anAdministratorCannotDeleteHimselfOrLeave() {
    refused(as("admin").sendJson("DELETE", ME + "admin", Map.of()));
    refused(
        as("admin").sendJson("DELETE", "/engine-rest/group/camunda-admin/members/admin", Map.of()));
    refused(as("admin").sendJson("DELETE", "/engine-rest/group/camunda-admin", Map.of()));
    assertThat(as("admin").sendJson("DELETE", ME + "hc-armed-forces", Map.of()).status())
        .isEqualTo(204);
  }

  @Test
  void everybodyChangesTheOwnPasswordByKnowingIt() {
    String path = ME + "hc-agriculture/credentials";
    Map<String, String> guessed =
        Map.of("password", "Census-2021!", "authenticatedUserPassword", "guess");
    assertThat(as("hc-agriculture").put(path, guessed).status()).isEqualTo(400);
    Map<String, String> known =
        Map.of("password", "Census-2021!", "authenticatedUserPassword", "Census-2020");
    refused(as("hc-justice").put(path, known));
    assertThat(as("hc-agriculture").put(path, known).status()).isEqualTo(204);
    assertThat(nobody().as("hc-agriculture", "Census-2021!").get("/api/forms").status())
        .isEqualTo(200);
  }

  // What others did with accounts

  @Test
  void leadsReadWhatWasDoneInTheirDistrictAndNothingOfAccounts() {
    String log = "/engine-rest/history/user-operation";
    as("admin")
        .post(
            "/engine-rest/user/create",
            Map.of(
                "profile", Map.of("id", "seen-by-nobody", "firstName", "甲", "lastName", "乙"),
                "credentials", Map.of("password", "Census-2022!")));
    assertThat(as("admin").get(log + "?entityType=User").json()).isNotEmpty();
    for (String lead : List.of("hc-lead", "xs-lead")) {
      for (String query :
          List.of("", "?entityType=User", "?category=Admin", "?withoutTenantId=true")) {
        Answer read = as(lead).get(log + query);
        assertThat(read.status()).isEqualTo(200);
        for (JsonNode entry : read.json()) {
          assertThat(entry.path("category").asText()).isIn("TaskWorker", "Operator");
          assertThat(entry.path("tenantId").asText())
              .isEqualTo(lead.startsWith("hc-") ? "haicang" : "xiangshan");
        }
      }
      assertThat(as(lead).get(log + "/count?entityType=User").json().path("count").asInt())
          .isZero();
    }
  }
}
