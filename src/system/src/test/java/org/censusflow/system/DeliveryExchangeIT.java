package org.censusflow.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.censusflow.base.process.crosscheck.QuarantinedDeliveryProcess.*;
import static org.censusflow.base.process.crosscheck.RecordRequestProcess.*;
import static org.censusflow.system.DepartmentCalls.hash;
import static org.censusflow.system.DepartmentCalls.id;
import static org.censusflow.system.DepartmentCalls.stateOf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.censusflow.base.district.Districts;
import org.censusflow.base.district.DueDates;
import org.censusflow.crosscheck.delivery.AbandonedDeliveries;
import org.censusflow.crosscheck.request.RecordRequest;
import org.censusflow.crosscheck.request.RequestLedger;
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
  @Autowired private AbandonedDeliveries abandoned;

  private String request;
  private DepartmentCalls calls;
  private Instant due;

  @BeforeEach
  void itIsMonday(TestInfo test) {
    ClockUtil.setCurrentTime(Date.from(MONDAY));
    request = test.getTestMethod().orElseThrow().getName();
    due = dueDates.due(districts.require("haicang"), "request", MONDAY);
    DepartmentCalls.aCensus(jdbc());
    calls = new DepartmentCalls(department(), request);
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
    Answer first = calls.hand("k-1", "replace", HEADER + GOOD, 5);
    assertThat(stateOf(first)).isEqualTo("closed");
    work();
    Answer state = department().get("/api/deliveries/" + id(first));
    assertThat(stateOf(state)).isEqualTo("returned");
    assertThat(state.json().path("reason").asText()).contains("申报 5 条，文件中有 3 条");
    assertThat(status()).isEqualTo(RecordRequest.Status.RETURNED);

    Answer rest = calls.hand("k-2", "complete", HEADER + row(4, "男") + row(5, "男"), 2);
    work();
    assertThat(stateOf(calls.state(rest))).isEqualTo("accepted");
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
    assertThat(tasks(RESOLVE_OVERDUE).count()).isZero();

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
    assertThat(tasks(RESOLVE_OVERDUE).count()).isZero();

    move(ledger.require(request).dueAt().plus(Duration.ofMinutes(1)));
    decide(Map.of("overdueDecision", "stop", "overdueReason", "部门无此类资料", "extendedTo", ""));
    assertThat(status()).isEqualTo(RecordRequest.Status.MISSING);
    assertThat(waiting()).isEmpty();
    assertThat(calls.open("late").status()).isEqualTo(422);
  }

  @Test
  void aLateDeliveryIsTakenAndSaidToBeLate() {
    ask("rest");
    move(due.plus(Duration.ofMinutes(1)));
    assertThat(tasks(RESOLVE_OVERDUE).count()).isEqualTo(1);
    Answer receipt = calls.hand("k-1", "replace", HEADER + GOOD, 3);
    work();
    assertThat(receipt.json().path("late").asBoolean()).isTrue();
    assertThat(status()).isEqualTo(RecordRequest.Status.ACCEPTED);
    assertThat(tasks(RESOLVE_OVERDUE).count()).isZero();
  }

  @Test
  void aBrokenDeliveryGoesBackAndIsDestroyedByTwoPeople() throws IOException {
    ask("rest");
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(packed)) {
      zip.putNextEntry(new ZipEntry("students.csv"));
      zip.write((HEADER + GOOD).getBytes(StandardCharsets.UTF_8));
    }
    Answer broken = calls.hand("k-1", "replace", packed.toByteArray(), 3);
    assertThat(stateOf(broken)).isEqualTo("quarantined");
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

    complete(HANDLE_QUARANTINE, "hc-office-1", Map.of("quarantineMeasure", "discard"), 400);
    Map<String, Object> propose =
        Map.of("quarantineMeasure", "discard", "quarantineNote", "压缩包，部门将重新交付");
    complete(HANDLE_QUARANTINE, "hc-office-1", propose, 204);
    complete(CONFIRM_DISCARD, "hc-office-1", Map.of("discardDecision", "approve"), 400);
    complete(CONFIRM_DISCARD, "hc-office-2", Map.of("discardDecision", "approve"), 204);
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
    Answer opened = calls.open("k-1");
    assertThat(opened.status()).isEqualTo(201);
    assertThat(calls.open("k-1").status()).isEqualTo(200);
    assertThat(id(calls.open("k-1"))).isEqualTo(id(opened));
    assertThat(calls.put(opened, 1, file).status()).isEqualTo(204);
    assertThat(calls.put(opened, 1, file).status()).isEqualTo(204);
    Answer receipt = calls.close(opened, 1, 3, hash(file));
    assertThat(calls.close(opened, 1, 3, hash(file)).body()).isEqualTo(receipt.body());
    assertThat(calls.put(opened, 1, file).status()).isEqualTo(204);
    Answer again = calls.hand("k-2", "replace", HEADER + GOOD, 3);
    assertThat(id(again)).isEqualTo(id(receipt));
    assertThat(count("register_row where delivery_id = " + id(receipt))).isEqualTo(3);
    work();
    assertThat(status()).isEqualTo(RecordRequest.Status.ACCEPTED);
    assertThat(calls.open("k-1").status()).isEqualTo(200);
    assertThat(calls.open("k-3").status()).isEqualTo(422);
  }

  @Test
  void whatIsBegunAndNotContinuedIsLetGoAndTheDepartmentIsToldSo(CapturedOutput output) {
    ask("rest");
    byte[] file = (HEADER + GOOD).getBytes(StandardCharsets.UTF_8);
    Answer opened = calls.open("k-1");
    assertThat(calls.put(opened, 1, file).status()).isEqualTo(204);
    clean(Duration.ofDays(13));
    assertThat(calls.put(opened, 2, file).status()).isEqualTo(204);
    clean(Duration.ofDays(26));
    assertThat(stateOf(calls.state(opened))).isEqualTo("open");

    clean(Duration.ofDays(28));
    assertThat(output.getAll()).contains("CF-I602 Delivery " + id(opened));
    assertThat(count("delivery_part where content is not null")).isZero();
    for (Answer refused :
        List.of(
            calls.put(opened, 1, file),
            calls.put(opened, 3, file),
            calls.close(opened, 2, 6, null))) {
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.message()).startsWith("CF-E619").contains("14 天没有继续", "clientKey");
    }
    Answer kept = calls.open("k-1");
    assertThat(kept.status()).isEqualTo(200);
    assertThat(stateOf(kept)).isEqualTo("abandoned");
    assertThat(kept.json().path("parts")).hasSize(2);
    assertThat(stateOf(calls.hand("k-2", "replace", HEADER + GOOD, 3))).isEqualTo("closed");
  }

  private void clean(Duration later) {
    move(MONDAY.plus(later));
    abandoned.letGoOld();
  }

  private void ask(String channel) {
    DepartmentCalls.ask(engine(), ledger, request, "education", "students", channel, MONDAY, due);
    work();
  }

  private Rest department() {
    return as("hc-education");
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
    Task task = tasks(RESOLVE_OVERDUE).singleResult();
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
}
