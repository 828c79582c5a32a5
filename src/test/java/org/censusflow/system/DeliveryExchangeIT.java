package org.censusflow.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.censusflow.delivery.RecordRequest;
import org.censusflow.delivery.RequestLedger;
import org.censusflow.district.Districts;
import org.censusflow.district.DueDates;
import org.censusflow.system.Rest.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.TestPropertySource;

/** Departments hand over by REST and Tasklist while the test moves the time. */
@TestPropertySource(
    properties = {
      "censusflow.sample.enabled=false",
      "camunda.bpm.job-execution.enabled=false",
      "censusflow.delivery.part-size=1KB"
    })
@ExtendWith(OutputCaptureExtension.class)
class DeliveryExchangeIT extends SystemTest {

  private static final Instant MONDAY = Instant.parse("2020-11-16T01:00:00Z");
  private static final String HEADER = "记录编号,学校,学校地址,是否住校,姓名,公民身份号码,性别,出生日期,家庭地址\n";
  private static final String GOOD = row(1, "男") + row(2, "女") + row(3, "女");

  @Autowired private RequestLedger ledger;
  @Autowired private Districts districts;
  @Autowired private DueDates dueDates;

  private String request;
  private String path;
  private Instant due;

  @BeforeEach
  void itIsMonday(TestInfo test) {
    ClockUtil.setCurrentTime(Date.from(MONDAY));
    request = test.getTestMethod().orElseThrow().getName();
    path = "/api/record-requests/" + request + "/deliveries";
    due = dueDates.due(districts.require("haicang"), "request", MONDAY);
    if (jdbc().sql("select count(*) from census").query(Integer.class).single() == 0) {
      jdbc()
          .sql("insert into census (id, district, reference_time) values (?, 'haicang', ?)")
          .params(CENSUS, Timestamp.from(Instant.parse("2020-10-31T16:00:00Z")))
          .update();
    }
  }

  @AfterEach
  void timeRunsAgain() {
    ClockUtil.reset();
    for (var instance : engine().getRuntimeService().createProcessInstanceQuery().list()) {
      engine().getRuntimeService().deleteProcessInstance(instance.getId(), "test is over");
    }
  }

  @Test
  void aShortDeliveryGoesBackAndTheNextOneCompletesIt() {
    ask("rest");
    Answer first = hand("k-1", "replace", HEADER + GOOD, 5);
    assertThat(first.json().path("state").asText()).isEqualTo("closed");
    work();
    Answer state = department().get("/api/deliveries/" + id(first));
    assertThat(state.json().path("state").asText()).isEqualTo("returned");
    assertThat(state.json().path("reason").asText()).contains("申报 5 条，文件中有 3 条");
    assertThat(status()).isEqualTo(RecordRequest.Status.RETURNED);

    Answer rest = hand("k-2", "complete", HEADER + row(4, "男") + row(5, "男"), 2);
    work();
    assertThat(department().get("/api/deliveries/" + id(rest)).json().path("state").asText())
        .isEqualTo("accepted");
    assertThat(status()).isEqualTo(RecordRequest.Status.ACCEPTED);
    assertThat(waiting()).isEmpty();
    Answer receipt = department().get("/api/deliveries/" + id(rest) + "/receipt?format=txt");
    assertThat(receipt.body()).contains("部门资料接收回执", "补充上一次", "接收条数：2");
    assertThat(as("hc-office-1").get("/api/deliveries/" + id(rest) + "/receipt").status())
        .isEqualTo(200);
  }

  @Test
  void aDepartmentIsRemindedAndALateOneIsGivenMoreTimeOrGivenUp() {
    ask("rest");
    move(due.minus(Duration.ofHours(1)));
    assertThat(ledger.require(request).reminders()).isEqualTo(1);
    assertThat(tasks("Task_ResolveOverdue").count()).isZero();

    move(due.plus(Duration.ofMinutes(1)));
    assertThat(board().path("late").asBoolean()).isTrue();
    LocalDate extended = LocalDate.of(2020, 11, 30);
    decide(
        Map.of(
            "overdueDecision",
            "extend",
            "overdueReason",
            "系统检修",
            "extendedTo",
            extended.toString()));
    assertThat(ledger.require(request).dueAt())
        .isEqualTo(dueDates.closing(districts.require("haicang"), extended));
    assertThat(board().path("late").asBoolean()).isFalse();
    assertThat(tasks("Task_ResolveOverdue").count()).isZero();

    move(ledger.require(request).dueAt().plus(Duration.ofMinutes(1)));
    decide(Map.of("overdueDecision", "stop", "overdueReason", "部门无此类资料", "extendedTo", ""));
    assertThat(status()).isEqualTo(RecordRequest.Status.MISSING);
    assertThat(waiting()).isEmpty();
    assertThat(open("late").status()).isEqualTo(422);
  }

  @Test
  void aLateDeliveryIsTakenAndSaidToBeLate() {
    ask("rest");
    move(due.plus(Duration.ofMinutes(1)));
    assertThat(tasks("Task_ResolveOverdue").count()).isEqualTo(1);
    Answer receipt = hand("k-1", "replace", HEADER + GOOD, 3);
    work();
    assertThat(receipt.json().path("late").asBoolean()).isTrue();
    assertThat(status()).isEqualTo(RecordRequest.Status.ACCEPTED);
    assertThat(tasks("Task_ResolveOverdue").count()).isZero();
  }

  @Test
  void aBrokenDeliveryGoesBackAndIsDestroyedByTwoPeople() throws IOException {
    ask("rest");
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(packed)) {
      zip.putNextEntry(new ZipEntry("students.csv"));
      zip.write((HEADER + GOOD).getBytes(StandardCharsets.UTF_8));
    }
    Answer broken = hand("k-1", "replace", packed.toByteArray(), 3);
    assertThat(broken.json().path("state").asText()).isEqualTo("quarantined");
    work();
    assertThat(status()).isEqualTo(RecordRequest.Status.RETURNED);
    assertThat(ledger.require(request).reason()).contains("压缩包");
    Answer peek = as("hc-office-1").get("/api/quarantine/" + id(broken) + "/peek");
    assertThat(peek.json().path("head").asText()).startsWith("50 4b 03 04");
    assertThat(audited("quarantine.peek", id(broken))).isEqualTo(1);
    assertThat(as("hc-education").get("/api/quarantine/" + id(broken) + "/peek").status())
        .isEqualTo(403);
    assertThat(as("hc-education").get("/api/quarantine?district=haicang").status()).isEqualTo(403);
    assertThat(as("hc-office-1").get("/api/quarantine?district=haicang").json()).hasSize(1);

    complete("Task_HandleQuarantine", "hc-office-1", Map.of("quarantineMeasure", "discard"), 400);
    Map<String, Object> propose =
        Map.of("quarantineMeasure", "discard", "quarantineNote", "压缩包，部门将重新交付");
    complete("Task_HandleQuarantine", "hc-office-1", propose, 204);
    complete("Task_ConfirmDiscard", "hc-office-1", Map.of("discardDecision", "approve"), 400);
    complete("Task_ConfirmDiscard", "hc-office-2", Map.of("discardDecision", "approve"), 204);
    work();
    assertThat(count("delivery where status = 'DISCARDED' and discarded_by = 'hc-office-2'"))
        .isEqualTo(1);
    assertThat(count("delivery_part where content is not null and delivery_id = " + id(broken)))
        .isZero();
  }

  @Test
  void whatIsRepeatedHasNoSecondEffect() {
    ask("rest");
    byte[] file = (HEADER + GOOD).getBytes(StandardCharsets.UTF_8);
    Answer opened = open("k-1");
    assertThat(opened.status()).isEqualTo(201);
    assertThat(open("k-1").status()).isEqualTo(200);
    assertThat(id(open("k-1"))).isEqualTo(id(opened));
    String part = "/api/deliveries/" + id(opened) + "/parts/1";
    assertThat(department().putBytes(part, file, hash(file)).status()).isEqualTo(204);
    assertThat(department().putBytes(part, file, hash(file)).status()).isEqualTo(204);
    Answer receipt = close(opened, 1, 3, hash(file));
    assertThat(close(opened, 1, 3, hash(file)).body()).isEqualTo(receipt.body());
    assertThat(department().putBytes(part, file, hash(file)).status()).isEqualTo(204);
    Answer again = hand("k-2", "replace", HEADER + GOOD, 3);
    assertThat(id(again)).isEqualTo(id(receipt));
    assertThat(count("register_row where delivery_id = " + id(receipt))).isEqualTo(3);
    work();
    assertThat(status()).isEqualTo(RecordRequest.Status.ACCEPTED);
    assertThat(open("k-1").status()).isEqualTo(200);
    assertThat(open("k-3").status()).isEqualTo(422);
  }

  @Test
  void whatIsRefusedIsLoggedAndChangesNothing(CapturedOutput output) {
    ask("rest");
    byte[] file = (HEADER + GOOD).getBytes(StandardCharsets.UTF_8);
    Answer opened = open("k-1");
    String delivery = "/api/deliveries/" + id(opened);
    String part = delivery + "/parts/1";
    long rows = count("register_row") + count("delivery") + count("delivery_part");

    assertThat(nobody().as("hc-finance", "guessed").get(delivery).status()).isEqualTo(401);
    for (String stranger : List.of("hc-health", "hc-lead", "xs-education")) {
      assertThat(as(stranger).post(path, manifest("s", "replace")).status()).isEqualTo(403);
      assertThat(as(stranger).putBytes(part, file, hash(file)).status()).isEqualTo(403);
      assertThat(as(stranger).post(delivery + "/close", Map.of("parts", 1, "count", 1)).status())
          .isEqualTo(403);
      assertThat(as(stranger).get(delivery).status()).isEqualTo(403);
    }
    byte[] tampered = file.clone();
    tampered[10] ^= 1;
    assertThat(department().putBytes(part, tampered, hash(file)).status()).isEqualTo(422);
    byte[] large = new byte[1_025];
    assertThat(department().putBytes(part, large, hash(large)).status()).isEqualTo(413);
    assertThat(close(opened, 1, 3, null).status()).isEqualTo(422);
    assertThat(department().post(path, Map.of("clientKey", "x")).status()).isEqualTo(400);
    assertThat(count("register_row") + count("delivery") + count("delivery_part")).isEqualTo(rows);

    assertThat(department().putBytes(part, file, hash(file)).status()).isEqualTo(204);
    assertThat(department().putBytes(part, tampered, hash(tampered)).status()).isEqualTo(409);
    assertThat(close(opened, 1, 3, hash(tampered)).status()).isEqualTo(422);
    assertThat(count("register_row where delivery_id = " + id(opened))).isZero();
    assertThat(status()).isEqualTo(RecordRequest.Status.SENT);
    assertThat(output.getAll())
        .contains(
            "CF-W604", "delivery.denied", "CF-W605", "CF-E602", "CF-E604", "CF-E603", "CF-E607")
        .doesNotContain("学生甲", "滨湖北路");
    assertThat(audited("delivery.denied", request)).isPositive();
  }

  @Test
  void aPartThatWasChangedInTheDatabaseDoesNotOpen() {
    ask("rest");
    byte[] file = (HEADER + GOOD).getBytes(StandardCharsets.UTF_8);
    Answer opened = open("k-1");
    department().putBytes("/api/deliveries/" + id(opened) + "/parts/1", file, hash(file));
    jdbc()
        .sql("update delivery_part set content = ? where delivery_id = " + id(opened))
        .param(new byte[100])
        .update();
    assertThat(close(opened, 1, 3, null).status()).isGreaterThanOrEqualTo(500);
    assertThat(department().get("/api/deliveries/" + id(opened)).json().path("state").asText())
        .isEqualTo("open");
  }

  private void ask(String channel) {
    ledger.send(
        new RecordRequest(
            request,
            CENSUS,
            "haicang",
            "education",
            "students",
            "在校学生记录（教育局）",
            "姓名",
            "《统计法》",
            channel,
            LocalDate.of(2020, 11, 1),
            RecordRequest.Status.SENT,
            MONDAY,
            due,
            0,
            0,
            null));
    Map<String, Object> variables = new HashMap<>();
    variables.put("district", "haicang");
    variables.put("censusId", CENSUS);
    variables.put("requestId", request);
    engine().getRuntimeService().startProcessInstanceByKey("RecordRequest", request, variables);
    work();
  }

  private Rest department() {
    return as("hc-education");
  }

  private static Map<String, Object> manifest(String key, String mode) {
    return Map.of("clientKey", key, "asOf", "2020-11-01", "mode", mode);
  }

  private Answer open(String key) {
    return department().post(path, manifest(key, "replace"));
  }

  private Answer hand(String key, String mode, String text, int count) {
    return hand(key, mode, text.getBytes(StandardCharsets.UTF_8), count);
  }

  private Answer hand(String key, String mode, byte[] file, int count) {
    Answer opened = department().post(path, manifest(key, mode));
    assertThat(opened.status()).as(opened.body()).isEqualTo(201);
    int parts = 0;
    for (int from = 0; from < file.length; from += 100) {
      byte[] part = Arrays.copyOfRange(file, from, Math.min(file.length, from + 100));
      String target = "/api/deliveries/" + id(opened) + "/parts/" + ++parts;
      assertThat(department().putBytes(target, part, hash(part)).status()).isEqualTo(204);
    }
    return close(opened, parts, count, hash(file));
  }

  private Answer close(Answer opened, int parts, int count, String sha256) {
    Map<String, Object> closing = new HashMap<>(Map.of("parts", parts, "count", count));
    closing.put("sha256", sha256);
    return department().post("/api/deliveries/" + id(opened) + "/close", closing);
  }

  private static long id(Answer answer) {
    return answer.json().path("deliveryId").asLong();
  }

  private com.fasterxml.jackson.databind.JsonNode board() {
    for (var row : as("hc-office-1").get("/api/record-requests").json()) {
      if (row.path("requestId").asText().equals(request)) {
        assertThat(row.path("contactPost").asText()).isEqualTo("区教育局负责人");
        return row;
      }
    }
    throw new AssertionError("The request is not on the board");
  }

  private void decide(Map<String, Object> decision) {
    Task task = tasks("Task_ResolveOverdue").singleResult();
    engine().getTaskService().claim(task.getId(), "hc-lead");
    engine().getTaskService().complete(task.getId(), decision);
    work();
  }

  /** Completes a task as somebody does who uses the engine's own REST. */
  private void complete(String key, String user, Map<String, Object> values, int expected) {
    work();
    Task task = tasks(key).singleResult();
    String target = "/engine-rest/task/" + task.getId();
    as(user).post(target + "/claim", Map.of("userId", user));
    Map<String, Object> variables = new HashMap<>();
    values.forEach((name, value) -> variables.put(name, Map.of("value", value)));
    Answer answer = as(user).post(target + "/complete", Map.of("variables", variables));
    assertThat(answer.status()).as(answer.body()).isEqualTo(expected);
    if (expected != 204) {
      as(user).post(target + "/unclaim", Map.of());
    }
    work();
  }

  private void move(Instant time) {
    ClockUtil.setCurrentTime(Date.from(time));
    work();
  }

  /** Runs every job that is due now. */
  private void work() {
    var jobs = engine().getManagementService().createJobQuery().executable();
    for (List<Job> now = jobs.list(); !now.isEmpty(); now = jobs.list()) {
      now.forEach(job -> engine().getManagementService().executeJob(job.getId()));
    }
  }

  private RecordRequest.Status status() {
    return ledger.require(request).status();
  }

  private List<?> waiting() {
    return engine()
        .getRuntimeService()
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(request)
        .list();
  }

  private long audited(String action, Object key) {
    return jdbc()
        .sql("select count(*) from audit_entry where action = ? and object_key = ?")
        .params(action, String.valueOf(key))
        .query(Long.class)
        .single();
  }

  private long count(String rows) {
    return jdbc().sql("select count(*) from " + rows).query(Long.class).single();
  }

  private static String row(int id, String sex) {
    return id + ",海沧小学,学校路1号,是,学生甲,," + sex + ",2010-03-04,滨湖北路1号\n";
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
