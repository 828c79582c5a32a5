package org.censusflow.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.censusflow.base.process.crosscheck.RecordRequestProcess.*;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.censusflow.CensusFlow;
import org.censusflow.crosscheck.delivery.AbandonedDeliveries;
import org.censusflow.crosscheck.request.RequestLedger;
import org.censusflow.gateway.Gateway;
import org.censusflow.gateway.GatewayConfig;
import org.censusflow.gateway.GatewayConfigReader;
import org.censusflow.gateway.HandOver;
import org.censusflow.gateway.ProgressLine;
import org.censusflow.system.Rest.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/** The health department's gateway, against the program as it is deployed. */
@SpringBootTest(
    classes = CensusFlow.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:${random.uuid};DB_CLOSE_DELAY=-1",
      "censusflow.sample.enabled=false"
    })
@DirtiesContext
@ExtendWith(OwnPolls.class)
class GatewayIT {

  private static final String CENSUS = "haicang-2020";
  private static final String FETCH = "/engine-rest/external-task/fetchAndLock";
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

  @LocalServerPort private int port;
  @Autowired private ProcessEngine engine;
  @Autowired private JdbcClient jdbc;
  @Autowired private RequestLedger requests;
  @Autowired private AbandonedDeliveries abandoned;

  @TempDir private Path folder;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private Thread gateway;

  @BeforeEach
  void aCensus() {
    // Another class may have left the engine's clock standing still.
    ClockUtil.reset();
    DepartmentCalls.aCensus(jdbc);
  }

  @AfterEach
  void stopTheGateway() throws InterruptedException {
    if (gateway != null) {
      gateway.interrupt();
      // Its poll may still be open; the next gateway's takes that one's place.
      gateway.join(Duration.ofSeconds(5).toMillis());
    }
    engine
        .getRuntimeService()
        .createProcessInstanceQuery()
        .list()
        .forEach(it -> engine.getRuntimeService().deleteProcessInstance(it.getId(), "test over"));
  }

  /** The office has asked the department; the request waits for its gateway. */
  private String ask(String unit, String supply, String name) {
    String id = CENSUS + "-" + name;
    Instant now = Instant.now();
    Instant due = now.plus(Duration.ofDays(20));
    DepartmentCalls.ask(engine, requests, id, unit, supply, "gateway", now, due);
    await().atMost(LONGEST_WAIT).until(() -> waiting(id) == 1);
    return id;
  }

  private long waiting(String request) {
    return engine
        .getExternalTaskService()
        .createExternalTaskQuery()
        .activityId(FETCH_RECORDS)
        .list()
        .stream()
        .filter(it -> request.equals(it.getBusinessKey()))
        .count();
  }

  private void startGateway(String source) throws IOException {
    GatewayConfig config = config(source);
    gateway = new Thread(() -> run(config, progress()), "gateway");
    gateway.start();
  }

  private GatewayConfig config(String source) throws IOException {
    Path config = folder.resolve("gateway.yaml");
    Files.writeString(
        config,
        """
        server: http://localhost:%d
        district: haicang
        unit: health
        account: {user: hc-health, password-env: PASSWORD}
        directory: state
        supplies:
          births:
            csv: {file: %s}
            as-of: 2020-11-20
            columns:
              {record_id: 编号, certificate_no: 证号, name: 姓名, sex: 性别, birth_date: 生日,
               mother_name: 母亲, mother_id_number: 母亲证件, address: 住址}
            codes: {sex: {男: "1", 女: "2"}}
        """
            .formatted(port, source));
    return GatewayConfigReader.read(config, Map.of("PASSWORD", "Census-2020"));
  }

  private ProgressLine progress() {
    return new ProgressLine(new PrintStream(said, true, StandardCharsets.UTF_8), false);
  }

  private static void run(GatewayConfig config, ProgressLine progress) {
    try {
      Gateway.run(config, progress);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (org.censusflow.gateway.GatewayRefused e) {
      progress.say(e.getMessage());
    }
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  private void births(String file, int rows) throws IOException {
    StringBuilder csv = new StringBuilder("编号,证号,姓名,性别,生日,母亲,母亲证件,住址\n");
    for (int i = 1; i <= rows; i++) {
      csv.append(i).append(",C").append(i).append(",样例").append(i).append(i % 2 == 0 ? ",女" : ",男");
      csv.append(",2020-03-0").append(1 + i % 9).append(",样例母,,样例路").append(i).append("号\n");
    }
    Files.writeString(folder.resolve(file), csv, Charset.forName("GB18030"));
  }

  private List<String> ends(String request) {
    return engine
        .getHistoryService()
        .createHistoricActivityInstanceQuery()
        .activityType("noneEndEvent")
        .processInstanceId(
            engine
                .getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(request)
                .singleResult()
                .getId())
        .list()
        .stream()
        .map(HistoricActivityInstance::getActivityId)
        .toList();
  }

  private Rest as(String user) {
    return Rest.at("http://localhost:" + port).as(user, "Census-2020");
  }

  private static Map<String, Object> fetch(String topic) {
    return Map.of(
        "workerId",
        "w",
        "maxTasks",
        10,
        "topics",
        List.of(Map.of("topicName", topic, "lockDuration", 1000)));
  }

  @Test
  void theGatewayHandsOverWhatItsDepartmentKeeps() throws Exception {
    births("births.csv", 3000);
    String request = ask("health", "births", "births-1");
    startGateway("births.csv");

    await().atMost(LONGEST_WAIT).until(() -> ends(request).contains("EndEvent_RecordsReceived"));
    var stored =
        jdbc.sql(
                "select count(*) n, count(distinct record_id) d, min(sex) s from register_row"
                    + " where delivery_id = (select max(id) from delivery where request_id = ?)")
            .param(request)
            .query()
            .singleRow();
    assertThat(stored.get("N")).isEqualTo(3000L);
    assertThat(stored.get("D")).isEqualTo(3000L);
    assertThat(stored.get("S")).isEqualTo("1");
    assertThat(said()).contains(request + " 已接收：3,000 条，合格 3,000 条，拒收 0 条");
    assertThat(folder.resolve("state/receipts/" + request + ".json")).exists();
    // Nothing of the delivery is left at the department but the receipt.
    await().until(() -> Files.list(folder.resolve("state")).count() == 1);
  }

  @Test
  void whatWasReturnedIsNotSentAgainUntilItIsCorrected() throws Exception {
    births("births.csv", 40);
    Path file = folder.resolve("births.csv");
    Charset charset = Charset.forName("GB18030");
    String broken = Files.readString(file, charset).replace("2020-03-0", "2020-13-0");
    Files.writeString(file, broken, charset);
    String request = ask("health", "births", "births-2");
    startGateway("births.csv");

    await().atMost(LONGEST_WAIT).untilAsserted(() -> assertThat(said()).contains("CF-E663"));
    assertThat(said()).contains("退回原因").doesNotContain("样例母");
    assertThat(Files.readString(folder.resolve("state/receipts/" + request + "-rejects.csv")))
        .contains("2020-13-0");
    assertThat(
            jdbc.sql("select count(*) from delivery where request_id = ?")
                .param(request)
                .query(Long.class)
                .single())
        .isOne();
    // The department's fault is no incident of the office.
    assertThat(engine.getRuntimeService().createIncidentQuery().count()).isZero();
  }

  @Test
  void whatTheServerLetGoInTheMeantimeIsBegunAnew() throws Exception {
    births("births.csv", 30);
    String request = ask("health", "births", "births-5");
    Map<String, Object> begun =
        Map.of("clientKey", "attempt", "asOf", "2020-11-20", "mode", "replace", "count", 30);
    Answer first = as("hc-health").post("/api/record-requests/" + request + "/deliveries", begun);
    assertThat(first.status()).isEqualTo(201);
    abandoned.letGoOf(request);

    new HandOver(config("births.csv"), progress()).answer("attempt", request, "births", null);
    assertThat(said()).contains(request + " 已接收：30 条");
    assertThat(
            jdbc.sql("select status from delivery where request_id = ? order by id")
                .param(request)
                .query(String.class)
                .list())
        .first()
        .isEqualTo("ABANDONED");
  }

  @Test
  void aDepartmentReachesNoOthersRequest() {
    String request = ask("health", "births", "births-3");
    String task =
        engine
            .getExternalTaskService()
            .createExternalTaskQuery()
            .activityId(FETCH_RECORDS)
            .singleResult()
            .getId();

    Answer foreign = as("hc-tax").post(FETCH, fetch("records.haicang-health"));
    assertThat(foreign.status()).isEqualTo(403);
    assertThat(foreign.message()).startsWith("CF-E106");
    assertThat(as("xs-lead").post(FETCH, fetch("records.haicang-health")).status()).isEqualTo(403);
    assertThat(as("hc-tax").post(FETCH, fetch("records.haicang-tax")).body()).isEqualTo("[]");
    String path = "/engine-rest/external-task/" + task;
    assertThat(as("hc-tax").get(path).status()).isEqualTo(404);
    assertThat(as("hc-tax").post(path + "/complete", Map.of("workerId", "w")).status())
        .isIn(400, 403, 404);
    assertThat(as("hc-tax").post(path + "/unlock", Map.of()).status()).isIn(403, 404);
    Rest wrong = Rest.at("http://localhost:" + port).as("hc-education", "wrong");
    assertThat(wrong.post(FETCH, fetch("records.haicang-education")).status()).isEqualTo(401);
    assertThat(waiting(request)).isOne();
  }

  @Test
  void aDepartmentChangesNothingOfItsOwnRequestButByDelivering() {
    String request = ask("health", "births", "births-4");
    Rest health = as("hc-health");
    var locked = health.post(FETCH, fetch("records.haicang-health")).json();
    assertThat(locked).hasSize(1);
    assertThat(locked.get(0).path("businessKey").asText()).isEqualTo(request);
    String task = "/engine-rest/external-task/" + locked.get(0).path("id").asText();
    String instance =
        "/engine-rest/process-instance/" + locked.get(0).path("processInstanceId").asText();

    Answer empty = health.post(task + "/complete", Map.of("workerId", "w"));
    assertThat(empty.status()).isEqualTo(400);
    assertThat(empty.message()).startsWith("CF-E640");
    Map<String, Object> smuggled =
        Map.of("workerId", "w", "variables", Map.of("unit", Map.of("value", "tax")));
    assertThat(health.post(task + "/complete", smuggled).status()).isEqualTo(403);
    Answer set = health.put(instance + "/variables/dueAt", Map.of("value", "x", "type", "String"));
    assertThat(set.status()).isEqualTo(403);
    assertThat(set.message()).startsWith("CF-E140");
    assertThat(health.put(instance + "/suspended", Map.of("suspended", true)).status())
        .isEqualTo(403);
    assertThat(health.sendJson("DELETE", instance, Map.of()).status()).isEqualTo(403);
    assertThat(waiting(request)).isOne();
  }

  @Test
  void aWrongPasswordStopsTheGatewayWithAnExplanation() throws Exception {
    Path config = folder.resolve("gateway.yaml");
    Files.writeString(
        config,
        """
        server: http://localhost:%d
        district: haicang
        unit: civil-affairs
        account: {user: hc-civil-affairs, password-env: PASSWORD}
        supplies: {funerals: {csv: {file: a.csv}, as-of: today}}
        """
            .formatted(port));
    var read = GatewayConfigReader.read(config, Map.of("PASSWORD", "wrong"));
    run(read, progress());
    assertThat(said()).contains("CF-E659 账号或口令不对");
  }
}
