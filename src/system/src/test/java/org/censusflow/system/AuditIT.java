package org.censusflow.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.censusflow.base.process.crosscheck.AreaRecheckProcess.*;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.camunda.bpm.engine.task.Task;
import org.censusflow.base.audit.AuditExport;
import org.censusflow.base.audit.AuditVerification;
import org.censusflow.base.audit.ChainRoot;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Seeing a person is an event; those who answer for the district find it, and nobody changes it.
 */
class AuditIT extends SystemTest {

  private static final String PAGE = "/api/audit/haicang/page";

  @Autowired private DataSource database;

  @Test
  void everyPersonAndRecordOfAPageHasAnEntryWithAddressTaskAndPurpose() {
    awaitRechecks();
    // A block's differences may be all persons without a record, or all records without a person.
    Task task =
        tasks(VERIFY_BY_ENUMERATOR).list().stream()
            .filter(found -> !personsOf(found).isEmpty() && recordsIn(found) > 0)
            .findFirst()
            .orElseThrow();
    String user = "hc-" + variable(task, "subdistrict") + "-enumerator-1";
    Recheck recheck = new Recheck(task, user, as(user));
    recheck.claim();
    recheck.view();

    List<String> seen = entries(user, "recheck.verify", task.getId(), "person");
    assertThat(seen).isNotEmpty().containsExactlyInAnyOrderElementsOf(personsOf(task));
    assertThat(entries(user, "recheck.verify", task.getId(), "register-row")).isNotEmpty();
    assertThat(
            jdbc()
                .sql("select distinct source from audit_entry where task = ?")
                .param(task.getId())
                .query(String.class)
                .list())
        .containsExactly("127.0.0.1");

    JsonNode found = as("hc-lead").get("/api/audit/haicang?key=" + seen.get(0)).json();
    assertThat(found.path("entries").get(0).path("actor").asText()).isEqualTo(user);
    assertThat(found.path("entries").get(0).path("purpose").asText())
        .isEqualTo("GET /api/rechecks/{taskId}");
  }

  /** Persons of the task's differences, those of one block that enumerators verify. */
  private List<String> personsOf(Task task) {
    return jdbc()
        .sql(
            """
            select distinct cast(p.id as varchar) from difference d
              join person p on p.id = d.person_id or p.id = d.second_person_id
             where d.block_code = ? and lower(d.verifier) = 'enumerator'
            """)
        .param(variable(task, "block"))
        .query(String.class)
        .list();
  }

  private long recordsIn(Task task) {
    return jdbc()
        .sql(
            """
            select count(*) from difference d
              join difference_source s on s.run_id = d.run_id and s.subject = d.subject
             where d.block_code = ? and lower(d.verifier) = 'enumerator'
            """)
        .param(variable(task, "block"))
        .query(Long.class)
        .single();
  }

  private List<String> entries(String actor, String action, String task, String type) {
    return jdbc()
        .sql(
            """
            select object_key from audit_entry
             where actor = ? and action = ? and task = ? and object_type = ? and purpose is not null
            """)
        .params(actor, action, task, type)
        .query(String.class)
        .list();
  }

  @Test
  void whatIsRefusedIsKeptWithoutWhatTheCallerMadeUp() {
    assertThat(as("hc-education").get("/api/pair-verdicts?censusId=" + CENSUS).status())
        .isEqualTo(403);
    as("xs-lead").get("/api/censuses/" + CENSUS + "/long-form-draw");
    as("hc-education").get("/api/quarantine/44142120180203434/peek");

    List<JsonNode> refused = refusals();
    assertThat(refused)
        .anyMatch(it -> text(it, "purpose").equals("GET /api/pair-verdicts"))
        .anyMatch(
            it ->
                text(it, "actor").equals("xs-lead")
                    && text(it, "objectKey").equals("censusId=" + CENSUS))
        .noneMatch(it -> it.toString().contains("44142120180203434"));
  }

  private List<JsonNode> refusals() {
    List<JsonNode> entries = new java.util.ArrayList<>();
    as("hc-lead")
        .get("/api/audit/haicang?refused=true&action=call")
        .json()
        .path("entries")
        .forEach(entries::add);
    return entries;
  }

  private static String text(JsonNode entry, String field) {
    return entry.path(field).asText();
  }

  @Test
  void loginsAreKeptByAccountAndAWrongNameIsNot() {
    WebappSession.login(address(), "hc-office-1", "Census-2020");
    assertThatThrownBy(() -> WebappSession.login(address(), "hc-office-2", "wrong"))
        .isInstanceOf(AssertionError.class);
    nobody().as("hc-health", "wrong").get("/api/forms");
    nobody().as("Census-2020", "hc-lead").get("/api/forms");

    assertThat(logins("login", "hc-office-1")).isPositive();
    assertThat(logins("login.failed", "hc-office-2")).isPositive();
    assertThat(logins("login.failed", "hc-health")).isPositive();
    assertThat(logins("login.failed", "unknown")).isPositive();
    assertThat(logins("login.failed", "Census-2020")).isZero();
  }

  @Test
  void whoSendsThePasswordWithEveryCallLogsInOnce() {
    as("hc-lead").get("/api/forms");
    long logins = logins("login", "hc-lead");
    as("hc-lead").get("/api/forms");
    as("hc-lead").get("/api/phases");

    assertThat(logins("login", "hc-lead")).isEqualTo(logins);
  }

  private long logins(String action, String account) {
    return jdbc()
        .sql("select count(*) from audit_entry where action = ? and actor = ?")
        .params(action, account)
        .query(Long.class)
        .single();
  }

  @Test
  void leadsAndTheLeadingGroupReadItAndNobodyElse() {
    for (String reader : List.of("hc-lead", "hc-leading-1")) {
      assertThat(as(reader).get("/api/audit").body()).contains("haicang");
      assertThat(as(reader).get(PAGE).body()).contains("<h1>海沧区查看留痕</h1>", "audit.read");
    }
    for (String other :
        List.of("hc-office-1", "hc-songyu-enumerator-1", "hc-health", "xs-lead", "admin")) {
      assertThat(as(other).get(PAGE).status()).as(other).isEqualTo(403);
      assertThat(as(other).get("/api/audit").body()).as(other).doesNotContain("haicang");
    }
    assertThat(nobody().get(PAGE).status()).isEqualTo(401);
    assertThat(as("hc-lead").post("/api/audit/haicang", "").status()).isEqualTo(403);
  }

  @Test
  void whatAReaderTypesIntoAFilterIsShownAsTextAndNotKept() {
    String page = as("hc-lead").get(PAGE + "?actor=%3Cscript%3E%E7%8E%8B%E6%98%8E").body();

    assertThat(page).contains("没有符合条件的记录").doesNotContain("<script>");
    assertThat(as("hc-lead").get("/api/audit/haicang?action=audit.read").body())
        .contains("\"objectKey\":\"actor\"")
        .doesNotContain("王明");
  }

  @Test
  void pagesFollowEachOther() {
    for (int i = 0; i < 101; i++) {
      jdbc()
          .sql(
              """
              insert into audit_entry (occurred_at, actor, district, action, object_type, object_key)
              values (current_timestamp, 'hc-office-2', 'haicang', 'report.view', 'census', 'page')
              """)
          .update();
    }
    JsonNode first = as("hc-lead").get("/api/audit/haicang?key=page").json();
    JsonNode second =
        as("hc-lead")
            .get("/api/audit/haicang?key=page&before=" + first.path("before").asLong())
            .json();

    assertThat(first.path("entries")).hasSize(100);
    assertThat(second.path("entries")).hasSize(1);
    assertThat(second.path("before").isNull()).isTrue();
    assertThat(as("hc-lead").get(PAGE + "?key=page").body()).contains("id=\"next\"");
  }

  @Test
  void theChainOfARunningProgramVerifies() throws Exception {
    as("hc-lead").get("/api/audit/haicang");
    await()
        .untilAsserted(
            () ->
                assertThat(
                        jdbc()
                            .sql(
                                "select count(*) from audit_entry where id not in (select entry_id from audit_link)")
                            .query(Long.class)
                            .single())
                    .isZero());
    ChainRoot shown =
        ChainRoot.parse(as("hc-lead").get("/api/audit/haicang").json().path("root").asText());
    StringWriter chain = new StringWriter();
    try (Connection connection = database.getConnection()) {
      AuditExport.write(connection, chain);
    }

    AuditVerification.Result result =
        AuditVerification.verify(
            new ByteArrayInputStream(chain.toString().getBytes(StandardCharsets.UTF_8)),
            Optional.of(shown));
    assertThat(result.fault()).isNull();
    assertThat(result.root().count()).isGreaterThanOrEqualTo(shown.count());
  }
}
