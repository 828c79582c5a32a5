package org.censusflow.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.censusflow.base.process.crosscheck.ClericalReviewProcess.*;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.task.Task;
import org.censusflow.base.process.crosscheck.ClericalReviewProcess;
import org.censusflow.crosscheck.compare.CrossChecks;
import org.censusflow.system.Rest.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Two officers judge two pairs over REST: a certain match that they call two persons, and two
 * strangers whom they call one.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClericalReviewIT extends SystemTest {

  private static final String BATCH = CENSUS + "/pairs/test";
  private static final String BOTH = " from review_pair where batch = '" + BATCH + "' order by id";

  private static final String RECORDS =
      """
      select * from register_row r join delivery d on d.id = r.delivery_id and d.status = 'ACCEPTED'
        join record_request q on q.id = d.request_id and q.supply = 'household-register'
       where length(r.id_number) = 18 and r.name is not null
         and r.line not in (select line from review_pair p where p.delivery_id = r.delivery_id)
      """;

  @Autowired private CrossChecks crossChecks;

  @BeforeEach
  void twoPairsAreToBeJudged() {
    awaitRechecks();
    if (jdbc().sql("select id" + BOTH).query(Long.class).list().isEmpty()) {
      addPair(true);
      addPair(false);
      engine()
          .getRuntimeService()
          .startProcessInstanceByKey(
              ClericalReviewProcess.KEY,
              BATCH,
              Map.of("district", "haicang", "censusId", CENSUS, "reviewBatch", BATCH));
      awaitTask(JUDGE_SECOND, BATCH);
    }
  }

  /** A registration without a finding, and the record with its number or with another one. */
  private void addPair(boolean sameNumber) {
    Known person = persons().get(0);
    Known record =
        records().stream()
            .filter(it -> it.number().equals(person.number()) == sameNumber)
            .filter(it -> it.name().equals(person.name()) == sameNumber)
            .findFirst()
            .orElseThrow();
    jdbc()
        .sql(
            """
            insert into review_pair (run_id, census_id, batch, person_id, supply, delivery_id, line, record_id,
                posterior, machine_verdict, evidence)
            select (select max(id) from comparison_run), ?, ?, ?, 'household-register', r.delivery_id, r.line,
                   r.record_id, 0.4711, ?, '姓名相同（+9.9）'
              from register_row r where r.delivery_id = ? and r.line = ?
            """)
        .params(
            CENSUS,
            BATCH,
            person.key(),
            sameNumber ? "same" : "different",
            record.delivery(),
            record.key())
        .update();
  }

  /** A person with the key of the registration or the line of the record. */
  record Known(long key, long delivery, String number, String name) {}

  private List<Known> persons() {
    return jdbc()
        .sql(
            """
            select v.person_id as "key", 0 as delivery, v.id_number as number, v.name
              from person_version v
             where length(v.id_number) = 18 and v.residence = 'here' and v.hukou_place = 'local-block'
               and v.person_id not in (select person_id from finding where person_id is not null)
               and v.person_id not in (select person_id from review_pair)
               and v.id_number in (%s)
             order by v.person_id
            """
                .formatted(RECORDS.replace("*", "r.id_number")))
        .query(Known.class)
        .list();
  }

  private List<Known> records() {
    return jdbc()
        .sql(
            RECORDS.replace(
                    "*",
                    "r.line as \"key\", r.delivery_id as delivery, r.id_number as number, r.name")
                + " order by r.line")
        .query(Known.class)
        .list();
  }

  private Task claimed(String key, String user) {
    Task task = tasks(key).processInstanceBusinessKey(BATCH).singleResult();
    String path = "/engine-rest/task/" + task.getId();
    if (task.getAssignee() != null && !task.getAssignee().equals(user)) {
      assertThat(as(task.getAssignee()).post(path + "/unclaim", Map.of()).status()).isEqualTo(204);
    }
    assertThat(as(user).post(path + "/claim", Map.of("userId", user)).status()).isEqualTo(204);
    return task;
  }

  private Answer judge(Task task, String user, long pair, String answer) {
    return as(user)
        .put(
            "/api/clerical-reviews/" + task.getId() + "/pairs/" + pair,
            Map.of("answer", answer, "reason", "依据户口簿"));
  }

  private Answer look(Task task, String user) {
    return as(user).get("/api/clerical-reviews/" + task.getId());
  }

  private Answer complete(Task task, String user) {
    return as(user).post("/engine-rest/task/" + task.getId() + "/complete", Map.of());
  }

  private List<Long> pairs() {
    return jdbc().sql("select id" + BOTH).query(Long.class).list();
  }

  @Test
  @Order(1)
  void aJudgeSeesTheValuesAndNothingThatLeads() {
    Task first = claimed(JUDGE_FIRST, "hc-office-1");
    for (long pair : pairs()) {
      assertThat(judge(first, "hc-office-1", pair, "same").status()).isEqualTo(204);
    }
    Task second = claimed(JUDGE_SECOND, "hc-office-2");
    Answer seen = look(second, "hc-office-2");
    assertThat(seen.status()).isEqualTo(200);
    assertThat(keys(seen.json(), new TreeSet<>()))
        .containsExactlyInAnyOrder(
            "stage",
            "open",
            "pairs",
            "id",
            "supplyLabel",
            "fields",
            "label",
            "census",
            "register",
            "text",
            "differs",
            "given",
            "answer",
            "reason");
    assertThat(seen.body()).doesNotContain("4711", "9.9", "same", "依据户口簿", "hc-office-1");
    assertThat(seen.json().path("open").asInt()).isEqualTo(2);
    for (JsonNode pair : seen.json().path("pairs")) {
      assertThat(pair.path("given")).isEmpty();
      assertThat(pair.path("answer").isNull()).isTrue();
    }
    String number =
        jdbc()
            .sql(
                "select id_number from person_version where version = 1 and person_id = (select min(person_id)"
                    + " from review_pair where batch = '"
                    + BATCH
                    + "')")
            .query(String.class)
            .single();
    assertThat(seen.body()).doesNotContain(number);
    assertThat(look(first, "hc-office-1").body()).contains("same", "依据户口簿");
  }

  private static Set<String> keys(JsonNode node, Set<String> found) {
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
      found.add(names.next());
    }
    node.forEach(child -> keys(child, found));
    return found;
  }

  @Test
  @Order(2)
  void whoeverTakesAJudgesTaskOverStartsFromNothing() {
    Task first = claimed(JUDGE_FIRST, "hc-statistics");
    Answer seen = look(first, "hc-statistics");
    assertThat(seen.json().path("open").asInt()).isEqualTo(2);
    assertThat(seen.body()).doesNotContain("same", "依据户口簿");
    assertThat(complete(first, "hc-statistics").message()).contains("CF-E302");
    claimed(JUDGE_FIRST, "hc-office-1");
  }

  @Test
  @Order(3)
  void nobodyJudgesTwice() {
    Task second = claimed(JUDGE_SECOND, "hc-office-1");
    assertThat(look(second, "hc-office-1").status()).isEqualTo(422);
    Answer refused = judge(second, "hc-office-1", pairs().get(0), "different");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.message()).contains("须由另一人独立完成");
    assertThat(complete(second, "hc-office-1").status()).isGreaterThanOrEqualTo(400);
    assertThat(tasks(JUDGE_SECOND).processInstanceBusinessKey(BATCH).count()).isEqualTo(1);
  }

  @Test
  @Order(4)
  void onlyWhoHasClaimedTheTaskJudges() {
    Task second = claimed(JUDGE_SECOND, "hc-office-2");
    assertThat(look(second, "hc-statistics").status()).isEqualTo(409);
    assertThat(look(second, "hc-health").status()).isEqualTo(422);
    assertThat(look(second, "xs-office-1").status()).isEqualTo(422);
    assertThat(judge(second, "hc-office-2", 4_711, "same").status()).isEqualTo(422);
    assertThat(judge(second, "hc-office-2", pairs().get(0), "perhaps").status()).isEqualTo(422);
    assertThat(complete(second, "hc-office-2").message()).contains("CF-E302");
  }

  @Test
  @Order(5)
  void theLeadWhoDecidesSeesBothAnswersWithoutNames() {
    Task second = claimed(JUDGE_SECOND, "hc-office-2");
    judge(second, "hc-office-2", pairs().get(0), "unsure");
    judge(second, "hc-office-2", pairs().get(1), "same");
    assertThat(complete(second, "hc-office-2").status()).isEqualTo(204);
    assertThat(complete(claimed(JUDGE_FIRST, "hc-office-1"), "hc-office-1").status())
        .isEqualTo(204);
    awaitTask(DECIDE_DISPUTED, BATCH);
    Task decision = claimed(DECIDE_DISPUTED, "hc-lead");
    Answer seen = look(decision, "hc-lead");
    assertThat(seen.body()).contains("同一人", "无法判断").doesNotContain("hc-office", "4711");
    assertThat(seen.json().path("pairs")).hasSize(1);
    assertThat(
            as("hc-lead")
                .put(
                    "/api/clerical-reviews/" + decision.getId() + "/pairs/" + pairs().get(0),
                    Map.of("answer", "different"))
                .message())
        .contains("须写明理由");
    assertThat(judge(decision, "hc-lead", pairs().get(0), "different").status()).isEqualTo(204);
    assertThat(complete(decision, "hc-lead").status()).isEqualTo(204);
    org.awaitility.Awaitility.await().until(() -> verdicts().size() == 2);
  }

  private List<Long> verdicts() {
    return jdbc()
        .sql(
            "select v.id from pair_verdict v where v.pair_id in (select id from review_pair where batch = ?) order by v.pair_id")
        .param(BATCH)
        .query(Long.class)
        .list();
  }

  @Test
  @Order(6)
  void theVerdictsOutrankTheComparisonInANewRunUntilTheyAreRetracted() {
    List<String> before = findings();
    assertThat(togetherInAFinding(pairs().get(0))).isFalse();
    assertThat(togetherInAFinding(pairs().get(1))).isFalse();

    newRun();
    assertThat(recordWithoutRegistration(pairs().get(0))).isTrue();
    assertThat(togetherInAFinding(pairs().get(1))).isTrue();

    for (long verdict : verdicts()) {
      String path = "/api/pair-verdicts/" + verdict + "/retraction";
      assertThat(as("hc-office-1").post(path, Map.of("reason", "误判")).status()).isEqualTo(403);
      assertThat(as("xs-lead").post(path, Map.of("reason", "误判")).status()).isEqualTo(403);
      assertThat(as("hc-lead").post(path, Map.of("reason", " ")).status()).isEqualTo(422);
      assertThat(as("hc-lead").post(path, Map.of("reason", "误判")).status()).isEqualTo(204);
      assertThat(as("hc-lead").post(path, Map.of("reason", "误判")).status()).isEqualTo(422);
    }
    assertThat(
            jdbc()
                .sql(
                    "select count(*) from audit_entry where action = 'verdict.retract' and actor = 'hc-lead'"
                        + " and object_type = 'pair-verdict'")
                .query(Long.class)
                .single())
        .isEqualTo(2);
    assertThat(as("hc-lead").get("/api/pair-verdicts?censusId=" + CENSUS).body())
        .contains("误判", "\"retractedBy\":\"hc-lead\"");

    newRun();
    assertThat(findings()).isEqualTo(before);
  }

  /** As after a correction: the registrations are frozen again, and compared. */
  private void newRun() {
    jdbc().sql("update census set frozen_version = frozen_version + 1").update();
    crossChecks.compare(CENSUS);
  }

  private List<String> findings() {
    return jdbc()
        .sql(
            """
            select f.pattern || ' ' || coalesce(f.person_id, 0) || ' ' || coalesce(s.delivery_id, 0) || ':'
                   || coalesce(s.line, 0)
              from finding f left join difference_source s on s.run_id = f.run_id and s.subject = f.subject
             where f.run_id = (select max(id) from comparison_run) order by 1
            """)
        .query(String.class)
        .list();
  }

  private boolean togetherInAFinding(long pair) {
    return found(pair, "p.person_id in (f.person_id, f.second_person_id)");
  }

  private boolean recordWithoutRegistration(long pair) {
    return found(pair, "f.person_id is null");
  }

  private boolean found(long pair, String whose) {
    return jdbc()
            .sql(
                """
                select count(*) from review_pair p
                  join difference_source s on s.delivery_id = p.delivery_id and s.line = p.line
                  join finding f on f.run_id = s.run_id and f.subject = s.subject
                 where p.id = ? and f.run_id = (select max(id) from comparison_run) and %s
                """
                    .formatted(whose))
            .param(pair)
            .query(Long.class)
            .single()
        > 0;
  }
}
