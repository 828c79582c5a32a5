package org.censusflow.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.censusflow.system.DepartmentCalls.hash;
import static org.censusflow.system.DepartmentCalls.id;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.censusflow.crosscheck.delivery.Deliveries;
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

/**
 * What somebody might try with the education department's request, of which one part has arrived:
 * each is refused, stands in the log by its number and without a person, and changes nothing.
 */
@TestPropertySource(
    properties = {
      "censusflow.sample.enabled=false",
      "camunda.bpm.job-execution.enabled=false",
      "censusflow.delivery.part-size=1KB"
    })
@ExtendWith(OutputCaptureExtension.class)
class DeliveryAttackIT extends SystemTest {

  private static final Instant MONDAY = Instant.parse("2020-11-16T01:00:00Z");
  private static final byte[] FILE =
      """
      记录编号,学校,学校地址,是否住校,姓名,公民身份号码,性别,出生日期,家庭地址
      1,海沧小学,学校路1号,是,学生甲,,男,2010-03-04,滨湖北路1号
      2,海沧小学,学校路1号,是,学生乙,,女,2010-03-05,滨湖北路2号
      """
          .getBytes(StandardCharsets.UTF_8);
  private static final String FETCH = "/engine-rest/external-task/fetchAndLock";
  private static final Map<String, Object> TOPIC =
      Map.of(
          "workerId",
          "w",
          "maxTasks",
          10,
          "topics",
          List.of(Map.of("topicName", "records.haicang-education", "lockDuration", 1000)));

  @Autowired private RequestLedger ledger;
  @Autowired private Deliveries deliveries;

  private String request;
  private DepartmentCalls department;
  private Answer opened;
  private List<String> before;

  @BeforeEach
  void onePartHasArrived(TestInfo test) {
    ClockUtil.setCurrentTime(Date.from(MONDAY));
    request = test.getTestMethod().orElseThrow().getName();
    DepartmentCalls.aCensus(jdbc());
    Instant due = MONDAY.plus(Duration.ofDays(5));
    DepartmentCalls.ask(engine(), ledger, request, "education", "students", "gateway", MONDAY, due);
    work();
    department = new DepartmentCalls(as("hc-education"), request);
    opened = department.open("k-1");
    assertThat(department.put(opened, 1, FILE).status()).isEqualTo(204);
    before = state();
  }

  @AfterEach
  void timeRunsAgain() {
    ClockUtil.reset();
    for (var instance : engine().getRuntimeService().createProcessInstanceQuery().list()) {
      engine().getRuntimeService().deleteProcessInstance(instance.getId(), "test is over");
    }
  }

  @Test
  void aWrongPassword(CapturedOutput output) {
    DepartmentCalls guesser = new DepartmentCalls(nobody().as("hc-finance", "guessed"), request);
    refused(401, guesser.open("k-2"));
    refused(401, guesser.rest().post(FETCH, TOPIC));
    refused(401, new DepartmentCalls(nobody(), request).close(opened, 1, 2, null));
    logged(output, "CF-W606 Login refused: wrong name or password, from ");
  }

  @Test
  void aForeignTopic(CapturedOutput output) {
    Answer answer = as("hc-tax").post(FETCH, TOPIC);
    refused(403, answer);
    assertThat(answer.message()).startsWith("CF-E106");
    refused(403, as("hc-lead").post(FETCH, TOPIC));
    logged(
        output,
        "hc-tax was refused: CF-E106",
        "CF-W140 Not open to [census-leads]: POST /external-task");
  }

  @Test
  void aForeignTenantAndAForeignUnit(CapturedOutput output) {
    for (String stranger : List.of("xs-education", "hc-health", "hc-lead")) {
      DepartmentCalls calls = new DepartmentCalls(as(stranger), request);
      refused(403, calls.open("k-2"));
      refused(403, calls.put(opened, 2, FILE));
      refused(403, calls.close(opened, 1, 2, null));
      refused(403, calls.state(opened));
      refused(403, calls.rest().post(FETCH, TOPIC));
      logged(output, "CF-W604 Refused: delivery.denied on request " + request + " by " + stranger);
      assertThat(audited(stranger)).isEqualTo(4);
    }
  }

  @Test
  void anExpiredRequest(CapturedOutput output) {
    ledger.missing(request, "不再等待");
    before = state();
    refused(422, department.open("k-2"));
    refused(422, department.put(opened, 2, FILE));
    refused(422, department.close(opened, 1, 2, null));
    refused(422, department.rest().upload("/api/requests/" + request + "/deliveries", FILE, 2));
    logged(output, "CF-W605 Refused for hc-education: CF-E601");
  }

  /** What an honest program repeats because an answer was lost has no second effect either. */
  @Test
  void aReplayedUpload(CapturedOutput output) {
    String receipt = department.close(opened, 1, 2, hash(FILE)).body();
    before = state();
    assertThat(id(department.open("k-1"))).isEqualTo(id(opened));
    assertThat(department.put(opened, 1, FILE).status()).isEqualTo(204);
    assertThat(department.close(opened, 1, 2, hash(FILE)).body()).isEqualTo(receipt);
    refused(409, department.put(opened, 2, FILE));
    logged(
        output,
        "CF-I603 Part 1 of delivery " + id(opened),
        "CF-I603 Delivery " + id(opened) + " was closed again",
        "CF-W605 Refused for hc-education: CF-E605");
    refused(403, new DepartmentCalls(as("hc-tax"), request).put(opened, 1, FILE));

    deliveries.accept(request);
    before = state();
    refused(422, department.open("k-2"));
    refused(422, department.rest().upload("/api/requests/" + request + "/deliveries", FILE, 2));
    logged(output, "CF-W605 Refused for hc-education: CF-E601");
  }

  @Test
  void aTamperedPart(CapturedOutput output) {
    byte[] tampered = FILE.clone();
    tampered[10] ^= 1;
    refused(422, department.put(opened, 2, tampered, hash(FILE)));
    refused(409, department.put(opened, 1, tampered));
    refused(422, department.close(opened, 1, 2, hash(tampered)));
    logged(output, "CF-E602", "CF-E603", "CF-E607");
  }

  @Test
  void aPartThatWasChangedInTheDatabase(CapturedOutput output) {
    jdbc()
        .sql("update delivery_part set content = ? where delivery_id = " + id(opened))
        .param(new byte[100])
        .update();
    before = state();
    refused(500, department.close(opened, 1, 2, null));
    logged(output, "CF-E612 Sealed content is damaged");
  }

  @Test
  void whatIsTooLargeIncompleteOrNotWellFormed(CapturedOutput output) {
    byte[] large = new byte[1_025];
    refused(413, department.put(opened, 2, large));
    refused(422, department.close(opened, 2, 2, null));
    refused(400, department.open(""));
    logged(output, "CF-E604", "CF-E606", "CF-E609");
  }

  /** Refused, and nothing changed by it. */
  private void refused(int status, Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(state()).isEqualTo(before);
  }

  private static void logged(CapturedOutput output, String... lines) {
    assertThat(output.getAll()).contains(lines).doesNotContain("学生甲", "学生乙", "滨湖北路", "海沧小学");
  }

  /** All that a delivery could change, but for the audit trail. */
  private List<String> state() {
    return jdbc()
        .sql(
            """
            select 'request ' || status from record_request where id = :request
            union all select 'delivery ' || id || ' ' || status from delivery where request_id = :request
            union all select 'part ' || number || ' ' || sha256 from delivery_part
              where delivery_id in (select id from delivery where request_id = :request)
            union all select 'rows ' || count(*) from register_row
            union all select 'waiting ' || count(*) from act_ru_ext_task where lock_exp_time_ is null
            """)
        .param("request", request)
        .query(String.class)
        .list();
  }

  private long audited(String user) {
    return jdbc()
        .sql(
            "select count(*) from audit_entry where actor = ? and (action = 'sender.denied'"
                + " or action = 'delivery.denied' and object_key = ?)")
        .params(user, request)
        .query(Long.class)
        .single();
  }
}
