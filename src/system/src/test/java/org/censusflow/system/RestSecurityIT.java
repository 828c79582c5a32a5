package org.censusflow.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.censusflow.base.process.crosscheck.AreaRecheckProcess.*;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.task.Task;
import org.censusflow.system.Rest.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who may not do what over the program's web interfaces, while the rechecks are waiting. */
class RestSecurityIT extends SystemTest {

  private static final String BIRTHS = "/api/requests/" + CENSUS + "-births";
  private static final String FIGURES = "/api/cross-checks/" + CENSUS + "/figures?unit=";
  private static final String CHALLENGE = "WWW-Authenticate";
  private static final byte[] FILE = "record_id\n1\n".getBytes(StandardCharsets.UTF_8);

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping mappings;

  @BeforeEach
  void theRechecksAreWaiting() {
    awaitRechecks();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/engine-rest/process-instance",
        "/engine-rest/engine/default/process-instance",
        "/engine-rest/user",
        "/engine-rest/no-such-thing",
        "/api/no-such-thing",
        "/api/policy-answers?district=haicang"
      })
  void nothingIsAnsweredWithoutALogin(String path) {
    asksForALogin(nobody().get(path));
    asksForALogin(nobody().post(path, Map.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/engine-rest/process-instance", "/api/policy-answers?district=haicang"})
  void aWrongPasswordIsNoLogin(String path) {
    // An account that nothing else here uses: after a wrong password the engine lets it wait.
    Answer wrong = nobody().as("hc-finance", "Census-2021").get(path);
    asksForALogin(wrong);
    assertThat(nobody().as("nobody-at-all", "Census-2020").get(path)).isEqualTo(wrong);
  }

  @Test
  void aPageWhoseSessionIsOverShowsTheMessageAndNotTheBrowsersLoginWindow() throws Exception {
    URI path = URI.create(nobody().address() + "/api/phases?district=haicang");
    HttpRequest request = HttpRequest.newBuilder(path).build();
    HttpRequest page = HttpRequest.newBuilder(path).header("Cookie", "JSESSIONID=over").build();
    HttpClient client = HttpClient.newHttpClient();
    assertThat(client.send(request, BodyHandlers.ofString()).headers().firstValue(CHALLENGE))
        .hasValue("Basic realm=\"CensusFlow\"");
    HttpResponse<String> shown = client.send(page, BodyHandlers.ofString());
    assertThat(shown.headers().firstValue(CHALLENGE)).isEmpty();
    asksForALogin(new Answer(shown.statusCode(), shown.body()));
  }

  private static void asksForALogin(Answer answer) {
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.json().fieldNames()).toIterable().containsExactly("message");
    assertThat(answer.message()).startsWith("CF-E108 没有登录").contains("请登录后再试");
  }

  @Test
  void whoMayNotIsToldWhoseItIsUnlessThatTellsWhetherItIsThere() {
    assertThat(as("hc-health").get("/api/phases?district=haicang").message())
        .isEqualTo("CF-E109 这项内容只供区普查办和普查领导小组办理或者查看。请由他们的账号办理；分工有变的，由系统管理员调整账号所在的用户组。");
    Answer none = as("hc-tax").get("/api/requests/no-such-request/receipt");
    assertThat(none.message()).startsWith("CF-E109 没有这项内容，或者它不归你的账号办理。");
    assertThat(as("hc-tax").get(BIRTHS + "/receipt")).isEqualTo(none);
    assertThat(as("hc-tax").get("/api/quarantine/" + birthsDelivery() + "/peek")).isEqualTo(none);
    assertThat(as("hc-tax").get("/api/cross-checks/no-such-census/report")).isEqualTo(none);
    assertThat(as("xs-lead").get("/api/cross-checks/" + CENSUS + "/report")).isEqualTo(none);
    assertThat(as("hc-tax").get("/api/progress/no-such-census")).isEqualTo(none);
    String blocks = "/api/progress/" + CENSUS + "/blocks/";
    Answer page = as("hc-tax").with("Accept", "text/html,*/*;q=0.8").get(blocks + "1/page");
    assertThat(page.status()).isEqualTo(403);
    assertThat(page.body()).contains("<p id=\"message\">CF-E109 这项内容只供");
    assertThat(as("hc-tax").get(blocks + "no-such-block").message())
        .startsWith("CF-E109 这项内容只供")
        .isEqualTo(as("hc-tax").get("/api/progress/" + CENSUS).message());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/h2-console",
        "/h2-console/",
        "/actuator",
        "/actuator/env",
        "/actuator/heapdump",
        "/swagger-ui/index.html",
        "/forms/cross-checking/AreaRecheck.html",
        "//engine-rest/process-instance",
        "/engine-rest;x=1/process-instance",
        "/camunda/../engine-rest/process-instance",
        "/%65ngine-rest/process-instance",
        "/ENGINE-REST/process-instance"
      })
  void whatIsNotOpenedIsClosed(String path) {
    assertThat(nobody().get(path).status()).isGreaterThanOrEqualTo(400);
    assertThat(nobody().get(path).body()).doesNotContain("definitionId");
  }

  @Test
  void afterAnUpdateNoBrowserGoesOnWithScriptsThatItKept() throws IOException {
    URL script = URI.create(address() + "/camunda/app/tasklist/scripts/api.js").toURL();
    assertThat(script.openConnection().getHeaderField("Cache-Control")).isEqualTo("no-cache");
  }

  @Test
  void theConsoleOfTheDatabaseIsDenied() {
    assertThat(nobody().get("/h2-console").status()).isEqualTo(403);
    assertThat(as("admin").get("/h2-console").status()).isEqualTo(403);
  }

  @Test
  void aDepartmentSeesItsOwnRequestAndNoOther() {
    assertThat(as("hc-health").get(BIRTHS + "/receipt").status()).isEqualTo(200);
    assertThat(as("hc-tax").get(BIRTHS + "/receipt").status()).isEqualTo(403);
    assertThat(as("hc-office-1").get(BIRTHS + "/receipt").status()).isEqualTo(403);
    assertThat(as("hc-health").get("/api/requests/no-such-request/receipt").status())
        .isEqualTo(403);
  }

  @Test
  void aDepartmentCannotAnswerAnothersRequest() {
    String deliveries = BIRTHS + "/deliveries";
    assertThat(as("hc-tax").upload(deliveries, FILE, 1).status()).isEqualTo(403);
    assertThat(as("hc-lead").upload(deliveries, FILE, 1).status()).isEqualTo(403);
    assertThat(as("xs-health").upload(deliveries, FILE, 1).status()).isEqualTo(403);
  }

  @Test
  void aDepartmentSeesItsOwnFiguresAndNoOther() {
    assertThat(as("hc-health").get(FIGURES + "health").status()).isEqualTo(200);
    assertThat(as("hc-office-1").get(FIGURES + "health").status()).isEqualTo(200);
    assertThat(as("hc-tax").get(FIGURES + "health").status()).isEqualTo(403);
    assertThat(as("hc-health").get(FIGURES + "public-security").status()).isEqualTo(403);
    assertThat(as("hc-health").get("/api/cross-checks/" + CENSUS + "/report").status())
        .isEqualTo(403);
  }

  @Test
  void aRecheckIsOpenToWhoClaimedItOnly() {
    Task task = recheckOf("songyu");
    String path = "/api/rechecks/" + task.getId();

    Answer unclaimed = as("hc-songyu-enumerator-1").get(path);
    assertThat(unclaimed.status()).isEqualTo(409);
    assertThat(unclaimed.message()).isEqualTo("请先认领任务，再查看和核实差异。");

    claim(task, "hc-songyu-enumerator-1");
    assertThat(as("hc-songyu-enumerator-1").get(path).status()).isEqualTo(200);
    assertThat(as("hc-songyu-enumerator-2").get(path).status()).isEqualTo(409);
    unclaim(task, "hc-songyu-enumerator-1");
  }

  @Test
  void anEnumeratorCannotSeeARecheckOfAnotherSubdistrict() {
    Task task = recheckOf("songyu");
    Rest stranger = as("hc-xinyang-enumerator-1");

    Answer view = stranger.get("/api/rechecks/" + task.getId());
    assertThat(view.status()).isEqualTo(422);
    assertThat(view.json().fieldNames()).toIterable().containsExactly("message");
    assertThat(stranger.get("/engine-rest/task/" + task.getId()).status()).isEqualTo(404);
    assertThat(
            stranger
                .post(
                    "/engine-rest/task/" + task.getId() + "/claim",
                    Map.of("userId", "hc-xinyang-enumerator-1"))
                .status())
        .isEqualTo(403);
    assertThat(ids(stranger.get("/engine-rest/task"))).isNotEmpty().doesNotContain(task.getId());
  }

  @Test
  void aTaskOfTheOfficeIsNotForADepartment() {
    assertThat(as("hc-tax").get("/engine-rest/task?taskDefinitionKey=Task_RouteQuestion").json())
        .isEmpty();
    for (String closed :
        List.of("process-instance", "history/variable-instance", "authorization")) {
      assertThat(as("hc-tax").get("/engine-rest/" + closed).message()).startsWith("CF-E140");
    }
    assertThat(
            as("hc-tax")
                .post("/engine-rest/process-definition/key/Census/start", Map.of())
                .status())
        .isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/hal+json", "image/png", "no such thing"})
  void aRefusalIsToldToWhoAcceptsNoJson(String accepted) {
    Rest enumerator = as("hc-haicang-enumerator-1").with("Accept", accepted);
    for (String path :
        List.of(
            "/api/rechecks/none",
            "/api/field-work/none",
            "/api/household-questions/none",
            "/api/progress/" + CENSUS + "/blocks/none/draw")) {
      assertThat(enumerator.get(path).status()).as(path).isIn(403, 404, 409, 422);
    }
  }

  @Test
  void aSessionOfTasklistReadsButChangesNothingWithoutItsToken() {
    WebappSession session = WebappSession.login(address(), "hc-health", "Census-2020");
    Rest browser = nobody().with("Cookie", session.cookies());
    assertThat(browser.get(BIRTHS + "/receipt").status()).isEqualTo(200);

    String deliveries = BIRTHS + "/deliveries";
    assertThat(browser.upload(deliveries, FILE, 1).status()).isEqualTo(401);
    assertThat(browser.with("X-XSRF-TOKEN", "guessed").upload(deliveries, FILE, 1).status())
        .isEqualTo(401);
    // With it the request arrives, and is refused for what it is: the office has closed this one.
    Answer arrived = browser.with("X-XSRF-TOKEN", session.token()).upload(deliveries, FILE, 1);
    assertThat(arrived.status()).isEqualTo(422);
    assertThat(arrived.message()).contains("不再接收交付");
  }

  @Test
  void aSessionDoesNotOpenTheEnginesRest() {
    WebappSession session = WebappSession.login(address(), "hc-health-2", "Census-2020");
    assertThat(nobody().with("Cookie", session.cookies()).get("/engine-rest/task").status())
        .isEqualTo(401);
  }

  /** How a path of the API is called, by whom with success, and by whom without the right. */
  private record Call(
      String pattern, String path, Object body, String entitled, List<String> strangers) {}

  private List<Call> calls(Task claimed, long difference) {
    String recheck = "/api/rechecks/" + claimed.getId();
    String decision = recheck + "/differences/" + difference;
    String review = "/api/clerical-reviews/" + claimed.getId();
    String report = "/api/cross-checks/" + CENSUS + "/report";
    String progress = "/api/progress/" + CENSUS;
    String field = "/api/field-work/" + claimed.getId();
    String policy = "/api/policy-answers?district=haicang";
    String delivery = "/api/deliveries/" + birthsDelivery();
    String notices = "/api/violation-notices?district=haicang";
    String jobs = "/api/censuses/" + CENSUS + "/intake-jobs";
    String households = "/api/censuses/" + CENSUS + "/households";
    String draw = "/api/censuses/" + CENSUS + "/long-form-draw";
    String questions = "/api/censuses/" + CENSUS + "/questions";
    String asked = "/api/household-questions/" + claimed.getId();
    String reassignment = "/api/tasks/" + claimed.getId() + "/reassignment";
    Map<String, Object> elsewhere = Map.of("block", "x", "mode", "field", "householdNo", 1);
    String released = "/api/releases?district=haicang";
    String certificates = "/api/destruction-certificates?district=haicang";
    List<String> others = List.of("hc-justice", "hc-dongfu-enumerator-1", "xs-lead");
    String enumerator = "hc-haicang-enumerator-1";
    return List.of(
        new Call("POST /api/requests/{requestId}/deliveries", BIRTHS, FILE, null, others),
        new Call("GET /api/audit", "/api/audit", null, "hc-lead", List.of()),
        new Call("GET /api/audit/{district}", "/api/audit/haicang", null, "hc-lead", others),
        new Call(
            "GET /api/audit/{district}/page",
            "/api/audit/haicang/page",
            null,
            "hc-leading-1",
            others),
        new Call("GET /api/tasks/{taskId}/reassignment", reassignment, null, "hc-lead", List.of()),
        new Call(
            "GET /api/tasks/{taskId}/people",
            "/api/tasks/" + claimed.getId() + "/people",
            null,
            "hc-haicang-office",
            others),
        new Call(
            "POST /api/tasks/{taskId}/reassignment",
            reassignment,
            Map.of("reason", "样例"),
            null,
            others),
        new Call(
            "GET /api/requests/{requestId}/receipt",
            BIRTHS + "/receipt",
            null,
            "hc-health",
            others),
        new Call(
            "POST /api/record-requests/{requestId}/deliveries",
            "/api/record-requests/" + CENSUS + "-births/deliveries",
            Map.of("clientKey", "k", "asOf", "2020-11-01", "mode", "replace"),
            null,
            others),
        new Call(
            "PUT /api/deliveries/{id}/parts/{number}",
            delivery + "/parts/1",
            Map.of(),
            null,
            others),
        new Call("GET /api/deliveries/{id}", delivery, null, "hc-health", others),
        new Call(
            "POST /api/deliveries/{id}/close",
            delivery + "/close",
            Map.of("parts", 1, "count", 1),
            "hc-health",
            others),
        new Call(
            "GET /api/deliveries/{id}/receipt", delivery + "/receipt", null, "hc-health", others),
        new Call(
            "GET /api/deliveries/{id}/rejects.csv",
            delivery + "/rejects.csv",
            null,
            "hc-health",
            others),
        new Call(
            "GET /api/record-requests/{requestId}",
            "/api/record-requests/" + CENSUS + "-births",
            null,
            "hc-office-1",
            others),
        new Call("GET /api/record-requests", "/api/record-requests", null, "hc-health", List.of()),
        new Call(
            "GET /api/record-requests/board",
            "/api/record-requests/board",
            null,
            "hc-office-1",
            List.of()),
        new Call(
            "GET /api/quarantine",
            "/api/quarantine?district=haicang",
            null,
            "hc-office-1",
            List.of("hc-health", "hc-dongfu-enumerator-1", "xs-lead")),
        new Call(
            "GET /api/quarantine/{id}/peek",
            "/api/quarantine/" + birthsDelivery() + "/peek",
            null,
            null,
            List.of("hc-health", "hc-office-1", "xs-lead")),
        new Call("GET /api/policy-answers", policy, null, "hc-justice", List.of("xs-lead")),
        new Call("GET /api/violation-notices", notices, null, "hc-justice", List.of("xs-lead")),
        new Call("GET /api/releases", released, null, "hc-justice", List.of("xs-lead")),
        new Call(
            "GET /api/destruction-certificates",
            certificates,
            null,
            "hc-justice",
            List.of("xs-lead")),
        new Call("GET /api/phases", "/api/phases?district=haicang", null, "hc-lead", others),
        new Call("GET /api/rechecks/{taskId}", recheck, null, enumerator, others),
        new Call(
            "PUT /api/rechecks/{taskId}/differences/{id}",
            decision,
            Map.of("outcome", "kept", "reason", "入户核实"),
            null,
            others),
        new Call(
            "PUT /api/rechecks/{taskId}/differences/{id}/review",
            decision + "/review",
            Map.of("approved", true),
            null,
            others),
        new Call(
            "GET /api/webhook-messages",
            "/api/webhook-messages?district=haicang",
            null,
            "hc-lead",
            List.of("hc-justice", "xs-lead")),
        new Call("GET /api/clerical-reviews/{taskId}", review, null, null, others),
        new Call(
            "PUT /api/clerical-reviews/{taskId}/pairs/{id}",
            review + "/pairs/1",
            Map.of("answer", "same", "reason", "入户核实"),
            null,
            others),
        new Call(
            "GET /api/pair-verdicts",
            "/api/pair-verdicts?censusId=" + CENSUS,
            null,
            "hc-lead",
            others),
        new Call(
            "POST /api/pair-verdicts/{id}/retraction",
            "/api/pair-verdicts/1/retraction",
            Map.of("reason", "判断有误"),
            null,
            others),
        new Call(
            "GET /api/cross-checks/{censusId}/figures",
            FIGURES + "health",
            null,
            "hc-health",
            others),
        new Call("GET /api/openapi", "/api/openapi", null, "hc-justice", List.of()),
        new Call("GET /api/openapi.yaml", "/api/openapi.yaml", null, "hc-justice", List.of()),
        new Call("GET /api/forms", "/api/forms", null, "hc-justice", List.of()),
        new Call("POST /api/censuses/{censusId}/intake-jobs", jobs, Map.of(), null, others),
        new Call("GET /api/censuses/{censusId}/intake-jobs", jobs, null, "hc-lead", others),
        new Call(
            "GET /api/censuses/{censusId}/intake-jobs/{id}", jobs + "/1", null, "hc-lead", others),
        new Call(
            "GET /api/censuses/{censusId}/intake-jobs/{id}/rejects.csv",
            jobs + "/1/rejects.csv",
            null,
            "hc-office-1",
            others),
        new Call("POST /api/censuses/{censusId}/households", households, elsewhere, null, others),
        new Call(
            "POST /api/censuses/{censusId}/households/batch",
            households + "/batch",
            List.of(elsewhere),
            null,
            others),
        new Call("POST /api/censuses/{censusId}/long-form-draw", draw, Map.of(), null, others),
        new Call("GET /api/censuses/{censusId}/long-form-draw", draw, null, null, others),
        new Call(
            "GET /api/censuses/{censusId}/long-form-draw/households",
            draw + "/households?block=x",
            null,
            "hc-office-1",
            others),
        new Call(
            "POST /api/censuses/{censusId}/self-enumeration",
            "/api/censuses/" + CENSUS + "/self-enumeration",
            elsewhere,
            null,
            others),
        new Call("POST /api/censuses/{censusId}/questions", questions, elsewhere, null, others),
        new Call(
            "GET /api/censuses/{censusId}/questions",
            questions + "?block=x",
            null,
            "hc-office-1",
            others),
        new Call(
            "GET /api/censuses/{censusId}/questions/persons",
            questions + "/persons?block=x&householdNo=1",
            null,
            null,
            others),
        new Call(
            "POST /api/censuses/{censusId}/questions/of-checks",
            questions + "/of-checks?block=x",
            Map.of(),
            null,
            others),
        new Call("GET /api/household-questions/{taskId}", asked, null, null, others),
        new Call(
            "PUT /api/household-questions/{taskId}/questions/{id}/reply",
            asked + "/questions/1/reply",
            Map.of(),
            null,
            others),
        new Call(
            "PUT /api/household-questions/{taskId}/questions/{id}/not-reached",
            asked + "/questions/1/not-reached",
            Map.of(),
            null,
            others),
        new Call(
            "PUT /api/household-questions/{taskId}/questions/{id}/decision",
            asked + "/questions/1/decision",
            Map.of("accepted", true),
            null,
            others),
        new Call("GET /api/cross-checks/{censusId}/report", report, null, "hc-lead", others),
        new Call("GET /api/progress/{censusId}", progress, null, null, others),
        new Call("GET /api/progress", "/api/progress", null, "hc-lead", List.of()),
        new Call("GET /api/progress/{censusId}/page", progress + "/page", null, null, others),
        new Call(
            "GET /api/progress/{censusId}/subdistricts/{code}/page",
            progress + "/subdistricts/songyu/page",
            null,
            null,
            others),
        new Call(
            "GET /api/progress/{censusId}/areas/{code}/page",
            progress + "/areas/1/page",
            null,
            null,
            others),
        new Call(
            "GET /api/progress/{censusId}/blocks/{code}/page",
            progress + "/blocks/1/page",
            null,
            null,
            others),
        new Call(
            "GET /api/progress/{censusId}/subdistricts/{code}",
            progress + "/subdistricts/songyu",
            null,
            null,
            others),
        new Call(
            "GET /api/progress/{censusId}/areas/{code}", progress + "/areas/1", null, null, others),
        new Call(
            "GET /api/progress/{censusId}/blocks/{code}",
            progress + "/blocks/1",
            null,
            null,
            others),
        new Call(
            "GET /api/progress/{censusId}/blocks/{code}/draw",
            progress + "/blocks/1/draw",
            null,
            null,
            others),
        new Call("GET /api/field-work/{taskId}", field, null, null, others),
        new Call("POST /api/field-work/{taskId}/doubts", field + "/doubts", Map.of(), null, others),
        new Call(
            "POST /api/field-work/{taskId}/households/{number}/visits",
            field + "/households/1/visits",
            Map.of("outcome", "empty"),
            null,
            others),
        new Call(
            "PUT /api/field-work/{taskId}/households/{number}/recheck",
            field + "/households/1/recheck",
            Map.of("checkedItems", 1, "wrongItems", 0, "missedPersons", 0),
            null,
            others),
        new Call(
            "GET /api/boundary-decisions",
            "/api/boundary-decisions?district=haicang",
            null,
            "hc-justice",
            List.of("xs-lead")),
        new Call(
            "GET /api/rectifications/{censusId}/{subdistrict}",
            "/api/rectifications/" + CENSUS + "/songyu",
            null,
            null,
            others),
        new Call(
            "PUT /api/rectifications/{censusId}/{subdistrict}/counts",
            "/api/rectifications/" + CENSUS + "/songyu/counts",
            Map.of(),
            null,
            others));
  }

  /** Areas are the office's and the subdistrict's; nothing here changes what is there. */
  private static List<Call> areaCalls() {
    String areas = "/api/areas/" + CENSUS;
    String pattern = "/api/areas/{censusId}";
    List<String> others =
        List.of("hc-justice", "hc-dongfu-enumerator-1", "hc-dongfu-office", "xs-lead");
    List<Call> calls = new ArrayList<>();
    for (String read :
        List.of(
            "areas",
            "blocks",
            "outlines",
            "readiness",
            "proposals",
            "boundary-changes",
            "assignments",
            "balance")) {
      calls.add(
          new Call("GET " + pattern + "/" + read, areas + "/" + read, null, "hc-lead", others));
    }
    for (String write : List.of("boundary-changes", "assignments")) {
      calls.add(
          new Call("POST " + pattern + "/" + write, areas + "/" + write, Map.of(), null, others));
    }
    calls.add(
        new Call("POST " + pattern + "/files/{kind}", areas + "/files/areas", "x", null, others));
    calls.add(
        new Call(
            "POST " + pattern + "/assignments/deal",
            areas + "/assignments/deal?subdistrict=songyu&role=enumerator",
            Map.of(),
            null,
            others));
    calls.add(
        new Call(
            "POST " + pattern + "/assignments/{id}/handover",
            areas + "/assignments/1/handover",
            Map.of(),
            null,
            others));
    return calls;
  }

  /** A new path of the API has to be named in {@link #calls}, or this fails. */
  @Test
  void everyPathOfTheApiIsGuarded() {
    Task task = recheckOf("haicang");
    claim(task, "hc-haicang-enumerator-1");
    JsonNode view = as("hc-haicang-enumerator-1").get("/api/rechecks/" + task.getId()).json();
    long difference = view.at("/people/0/differences/0/id").asLong();
    List<Call> calls = new ArrayList<>(calls(task, difference));
    calls.addAll(areaCalls());

    assertThat(calls)
        .extracting(Call::pattern)
        .containsExactlyInAnyOrderElementsOf(new TreeSet<>(mapped()));
    assertThat(described()).containsExactlyInAnyOrderElementsOf(mapped());
    for (Call call : calls) {
      asksForALogin(send(nobody(), call));
      for (String stranger : call.strangers()) {
        Answer refused = send(as(stranger), call);
        String who = call.pattern() + " by " + stranger;
        assertThat(refused.status()).as(who).isIn(403, 404, 422);
        assertThat(refused.message()).as(who).isNotEmpty();
        assertThat(refused.message().startsWith("CF-E109"))
            .as(who)
            .isEqualTo(refused.status() == 403);
      }
      if (call.entitled() != null) {
        assertThat(send(as(call.entitled()), call).status()).as(call.pattern()).isEqualTo(200);
      }
    }
    assertThat(as("hc-haicang-enumerator-1").get("/api/rechecks/" + task.getId()).json())
        .isEqualTo(view);
    unclaim(task, "hc-haicang-enumerator-1");
  }

  /** What Spring serves that is the program's own, as {@code METHOD pattern}. */
  private List<String> mapped() {
    return mappings.getHandlerMethods().entrySet().stream()
        .filter(it -> it.getValue().getBeanType().getName().startsWith("org.censusflow."))
        .flatMap(it -> patterns(it.getKey()))
        .toList();
  }

  /** What the description that the server hands out names, in the same form. */
  private List<String> described() {
    JsonNode paths = as("hc-justice").get("/api/openapi").json().path("paths");
    List<String> operations = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : paths.properties()) {
      path.getValue()
          .fieldNames()
          .forEachRemaining(
              method -> operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey()));
    }
    return operations;
  }

  private static Stream<String> patterns(RequestMappingInfo mapping) {
    List<String> methods =
        mapping.getMethodsCondition().getMethods().stream().map(RequestMethod::name).toList();
    assertThat(methods).as("methods of " + mapping).isNotEmpty();
    return mapping.getPatternValues().stream()
        .peek(pattern -> assertThat(pattern).startsWith("/api/"))
        .flatMap(pattern -> methods.stream().map(method -> method + " " + pattern));
  }

  private static Answer send(Rest rest, Call call) {
    String method = call.pattern().substring(0, call.pattern().indexOf(' '));
    if (call.body() instanceof byte[] file) {
      return rest.upload(call.path() + "/deliveries", file, 1);
    }
    return method.equals("GET")
        ? rest.get(call.path())
        : rest.sendJson(method, call.path(), call.body());
  }

  private long birthsDelivery() {
    return jdbc()
        .sql("select max(id) from delivery where request_id = ?")
        .param(CENSUS + "-births")
        .query(Long.class)
        .single();
  }

  private Task recheckOf(String subdistrict) {
    return tasks(VERIFY_BY_ENUMERATOR).list().stream()
        .filter(task -> subdistrict.equals(variable(task, "subdistrict")))
        .findFirst()
        .orElseThrow();
  }

  private void claim(Task task, String user) {
    assertThat(
            as(user)
                .post("/engine-rest/task/" + task.getId() + "/claim", Map.of("userId", user))
                .status())
        .isEqualTo(204);
  }

  private void unclaim(Task task, String user) {
    assertThat(as(user).post("/engine-rest/task/" + task.getId() + "/unclaim", Map.of()).status())
        .isEqualTo(204);
  }

  private static List<String> ids(Answer answer) {
    return answer.json().findValuesAsText("id");
  }
}
