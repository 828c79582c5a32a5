package org.censusflow.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.censusflow.system.Rest.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.TestPropertySource;

/**
 * What the engine can make nothing of, and who goes away in the middle: nothing of it is a fault of
 * the program, so neither an answer nor the log says so.
 */
@TestPropertySource(
    properties = {"censusflow.sample.enabled=false", "camunda.bpm.job-execution.enabled=false"})
@ExtendWith({OwnPolls.class, OutputCaptureExtension.class})
class SenselessRequestsIT extends SystemTest {

  private static final String FETCH = "/external-task/fetchAndLock";

  // Queries

  @ParameterizedTest
  @ValueSource(
      strings = {
        // SQL that the engine writes wrongly for two conditions that do not go together
        "/history/user-operation?deploymentId=x&processDefinitionKey=Census",
        "/history/user-operation/count?deploymentId=x&processDefinitionKey=Census",
        // SQL that the engine writes wrongly for an empty list
        "/history/process-instance?processDefinitionKeyNotIn=%20",
        "/history/process-instance/count?processDefinitionKeyNotIn=%20",
        // An order by what a query with this condition does not select
        "/history/task?taskHadCandidateGroup=x&sortBy=caseDefinitionId&sortOrder=asc",
        // What the engine itself refuses, as a technical error
        "/process-definition?latestVersion=true&version=1",
        "/process-definition/count?latestVersion=true&version=1"
      })
  void aQueryThatMakesNoSenseIsTheCallersToCorrect(String query, CapturedOutput log) {
    for (String rest : new String[] {"/engine-rest", "/engine-rest/engine/default"}) {
      isIncomplete(as("hc-lead").get(rest + query));
    }
    isQuiet(log);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "admin | /job | {'jobIds': ['x'], 'jobDefinitionId': 'y'}",
        "hc-lead | /history/process-instance | {'processDefinitionKeyNotIn': []}",
        "admin | /authorization/create | {'type': 10, 'resourceType': 1, 'userId': 'x', 'permissions': []}",
        "admin | /group/create | {'id': ' ', 'name': 'x'}",
        "hc-health | /external-task/fetchAndLock | {'workerId': 'w', 'maxTasks': 1, 'topics': [{'lockDuration': 1}]}"
      })
  void aBodyThatMakesNoSenseIsTheCallersToCorrect(
      String user, String path, String body, CapturedOutput log) {
    byte[] json = body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    isIncomplete(as(user).postBytes("/engine-rest" + path, json));
    isQuiet(log);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%20", "none", "-9223372036854775808", "%3Cb%3E"})
  void aDecisionThatIsNotThereIsToldLikeSomebodyElses(String id, CapturedOutput log) {
    for (String what : new String[] {"", "/xml"}) {
      Answer answer = as("hc-lead").get("/engine-rest/decision-definition/" + id + what);
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.message()).startsWith("CF-E109");
    }
    isQuiet(log);
  }

  @Test
  void whatIsThereAlreadyIsNoFault(CapturedOutput log) {
    Map<String, Object> group = Map.of("id", "twice", "name", "样例");
    assertThat(as("admin").post("/engine-rest/group/create", group).status()).isEqualTo(204);
    assertThat(as("admin").post("/engine-rest/group/create", group).status()).isBetween(400, 409);
    isQuiet(log);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/censuses/haicang-2020/households/batch | [null]",
        "/api/censuses/haicang-2020/households/batch | [{'persons': [null]}]",
        "/api/censuses/haicang-2020/households | {'persons': [null]}"
      })
  void aGapInAListIsTheCallersToClose(String path, String body, CapturedOutput log) {
    byte[] json = body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    Answer answer = as("hc-office-1").postBytes(path, json);
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.message()).startsWith("CF-E846");
    isQuiet(log);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "process-instance?firstResult=-1&maxResults=5",
        "incident?firstResult=-1&maxResults=5"
      })
  void aQueryOfCockpitThatMakesNoSenseIsTheCallersToCorrect(String query, CapturedOutput log) {
    WebappSession session = WebappSession.login(address(), "hc-lead", "Census-2020");
    Answer answer =
        nobody()
            .with("Cookie", session.cookies())
            .get("/camunda/api/cockpit/plugin/base/default/" + query);
    isIncomplete(answer);
    isQuiet(log);
  }

  private static void isIncomplete(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.message()).startsWith("CF-E149");
  }

  // Forms of answers

  @ParameterizedTest
  @ValueSource(strings = {"text/csv", "application/xml", "image/png", "x"})
  void whoAcceptsNoJsonLeavesNoError(String accepted, CapturedOutput log) {
    Answer answer = nobody().with("Accept", accepted).get("/camunda/api/admin/auth/user/default");
    assertThat(answer.status()).isLessThan(500);
    WebappSession session = WebappSession.login(address(), "hc-lead", "Census-2020");
    Answer own =
        nobody()
            .with("Accept", accepted)
            .with("Cookie", session.cookies())
            .get("/camunda/api/admin/auth/user/default");
    assertThat(own.status()).isLessThan(500);
    isQuiet(log);
  }

  @Test
  void whoAsksForWorkMayWaitOnEveryPath(CapturedOutput log) {
    WebappSession session = WebappSession.login(address(), "hc-health", "Census-2020");
    Rest browser = nobody().with("Cookie", session.cookies()).with("X-XSRF-TOKEN", session.token());
    Map<String, Object> poll =
        Map.of(
            "workerId",
            "w",
            "maxTasks",
            1,
            "asyncResponseTimeout",
            500,
            "topics",
            new Object[] {Map.of("topicName", "records.haicang-health", "lockDuration", 1000)});
    for (Answer answer :
        new Answer[] {
          browser.post("/camunda/api/engine/engine/default" + FETCH, poll),
          as("hc-health").post("/engine-rest" + FETCH, poll)
        }) {
      assertThat(answer.status()).as(answer.body()).isEqualTo(200);
      assertThat(answer.json()).isEmpty();
    }
    isQuiet(log);
  }

  // Who goes away

  @ParameterizedTest
  @CsvSource({
    "admin, /engine-rest/authorization?maxResults=2000",
    "admin, /engine-rest/engine/default/user",
    "admin, /engine-rest/process-definition",
    "hc-lead, /api/openapi",
    "hc-lead, /api/openapi.yaml",
    "hc-lead, /camunda/app/tasklist/scripts/camunda-tasklist-bootstrap.js"
  })
  void whoGoesAwayBeforeTheAnswerIsOutLeavesNoError(String user, String path, CapturedOutput log)
      throws Exception {
    for (int i = 0; i < 20; i++) {
      try (Socket socket = open("GET", path, user, "")) {
        Thread.sleep(i * 10L);
        reset(socket);
      }
    }
    settled();
    isQuiet(log);
  }

  @ParameterizedTest
  @CsvSource({
    "hc-office-1, /engine-rest/task, application/json",
    "nobody, /engine-rest/task, application/json",
    "nobody, /camunda/api/admin/auth/user/default/login/tasklist, application/x-www-form-urlencoded",
    "hc-office-1, /api/censuses/haicang-2020/households/batch, application/json",
    "hc-office-1, /api/censuses/haicang-2020/intake-jobs, multipart/form-data; boundary=x",
    "hc-natural-resources, /api/areas/haicang-2020/files/blocks, multipart/form-data; boundary=x",
    "hc-natural-resources, /api/areas/haicang-2020/files/blocks, text/csv"
  })
  void whoAnnouncesABodyAndGoesAwayLeavesNoError(
      String user, String path, String type, CapturedOutput log) throws Exception {
    for (int i = 0; i < 5; i++) {
      String announced = "Content-Type: " + type + "\r\nContent-Length: 50000\r\n";
      try (Socket socket = open("POST", path, user, announced)) {
        socket.getOutputStream().write("--x\r\n{".getBytes(StandardCharsets.US_ASCII));
        Thread.sleep(i * 40L);
        reset(socket);
      }
    }
    settled();
    isQuiet(log);
  }

  private Socket open(String method, String path, String user, String headers) throws IOException {
    URI at = URI.create(address());
    Socket socket = new Socket();
    socket.setReceiveBufferSize(2048);
    socket.connect(new java.net.InetSocketAddress(at.getHost(), at.getPort()));
    String login = user.equals("nobody") ? "" : RawHttp.basic(user, "Census-2020") + "\r\n";
    String head =
        method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n" + login + headers + "\r\n";
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  /** Not a word of farewell: the other side finds out when it reads or writes. */
  private static void reset(Socket socket) throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  /** Until what the server still does for them is done: as many requests again are answered. */
  private void settled() {
    await()
        .pollDelay(Duration.ofSeconds(1))
        .until(() -> as("hc-lead").get("/engine-rest/group/count").status() == 200);
  }

  /** No sample plays here: what one of another test says at its end is not about these requests. */
  private static void isQuiet(CapturedOutput log) {
    assertThat(log.toString().lines())
        .filteredOn(line -> line.contains(" ERROR ") && !line.contains("sample-census"))
        .isEmpty();
  }
}
