package org.censusflow.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.censusflow.base.process.crosscheck.AreaRecheckProcess.*;
import static org.censusflow.base.process.crosscheck.CrossCheckRechecksProcess.*;
import static org.censusflow.base.process.governance.PolicyQuestionProcess.*;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.camunda.bpm.engine.task.Task;
import org.censusflow.sample.SampleFiles;
import org.censusflow.sample.SampleVisits;
import org.censusflow.sample.SampleVisits.Visit;
import org.censusflow.system.Rest.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A recheck lets nothing in that the intake would refuse, and no number into free text. */
class ImpossibleAnswersIT extends SystemTest {

  private static final Map<String, String> POSSIBLE =
      Map.of(
          "name", "林明",
          "relation", "0",
          "sex", "2",
          "birthDate", "1949-12-31",
          "idNumber", "11010519491231002X",
          "ethnicity", "01",
          "address", "样例路1号");

  @Autowired private SampleVisits visits;
  @Autowired private SampleFiles files;

  @BeforeEach
  void theRechecksAreWaiting() {
    awaitRechecks();
  }

  @Test
  void whatCannotBeIsRefusedAtItsFieldAllAtOnce() {
    Task task = taskWith("D01", VERIFY_BY_ENUMERATOR);
    Recheck recheck = claimed(task);
    long id = differenceOf(task, "D01");

    for (Map.Entry<String, String> one :
        List.of(
            Map.entry("idNumber", "123"),
            Map.entry("idNumber", "110105194912310021"),
            Map.entry("birthDate", "2031-01-01"),
            Map.entry("birthDate", "1850-01-01"),
            Map.entry("ethnicity", "汉族"),
            Map.entry("ethnicity", "99"),
            Map.entry("name", "!!!???"),
            Map.entry("block", "350205002701999"),
            Map.entry("householdNo", "10000"))) {
      Answer refused = recheck.settle(id, added(Map.of(one.getKey(), one.getValue()), true));
      assertThat(refused.status()).as(one.getKey() + " " + one.getValue()).isEqualTo(422);
      assertThat(refused.json().path("faults").findValuesAsText("item")).contains(one.getKey());
    }
    Answer all =
        recheck.settle(
            id,
            Map.of(
                "outcome",
                "added",
                "reason",
                "见",
                "correction",
                Map.of("name", "!!!???", "ethnicity", "99", "birthDate", "昨天", "sex", "3")));
    assertThat(all.json().path("faults").findValuesAsText("item"))
        .contains("reason", "name", "relation", "ethnicity", "birthDate", "sex", "address");
    assertThat(all.message()).contains("“依据”太短", "F04 “出生日期”不是日期");
    assertThat(statusOf(id)).isEqualTo("OPEN");
    recheck.unclaim();
  }

  @Test
  void anAnswerThatIsNullIsNoAnswer() {
    Task task = taskWith("D06", VERIFY_BY_ENUMERATOR);
    Recheck recheck = claimed(task);
    Map<String, Object> correction = new HashMap<>();
    correction.put("name", null);

    Answer refused =
        recheck.settle(
            differenceOf(task, "D06"),
            Map.of("outcome", "corrected", "reason", "见到本人", "correction", correction));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.message()).contains("请填写住户更正后的内容");
    recheck.unclaim();
  }

  @Test
  void aDoubtIsAskedAgainKeptAndShownToTheReviewerBesideTheOldAnswer() throws IOException {
    Task task = taskWith("D06", VERIFY_BY_ENUMERATOR);
    String block = variable(task, "block");
    Recheck recheck = claimed(task);
    long id = differenceOf(task, "D06");
    Map<String, Object> correction =
        Map.of(
            "outcome",
            "corrected",
            "reason",
            "见到本人",
            "correction",
            Map.of("birthDate", "1912-02-03"));

    Answer asked = recheck.settle(id, correction);
    assertThat(asked.status()).isEqualTo(422);
    assertThat(asked.message()).startsWith("CF-E311").contains("仍按住户回答保存");
    assertThat(asked.json().path("faults")).isEmpty();
    assertThat(asked.json().path("doubts").findValuesAsText("text"))
        .anySatisfy(text -> assertThat(text).startsWith("P04"));
    assertThat(statusOf(id)).isEqualTo("OPEN");

    Map<String, Object> again = new HashMap<>(correction);
    again.put("sure", true);
    assertThat(recheck.settle(id, again).status()).isEqualTo(204);
    recheck.unclaim();
    verifyRest(block, id);

    Recheck reviewer =
        new Recheck(
            tasks(REVIEW_VERIFICATION)
                .processInstanceBusinessKey(CENSUS + "/" + block)
                .singleResult(),
            "hc-office-2",
            as("hc-office-2"));
    reviewer.claim();
    JsonNode shown =
        reviewer.view().findParents("settledByMe").stream()
            .filter(item -> item.path("id").asLong() == id)
            .findFirst()
            .orElseThrow();
    assertThat(shown.path("doubts").toString()).contains("P04");
    assertThat(shown.path("changes").get(0).path("label").asText()).isEqualTo("出生日期");
    assertThat(shown.path("changes").get(0).path("before").asText())
        .matches("\\d{4}-\\d\\d-\\d\\d");
    assertThat(shown.path("changes").get(0).path("after").asText()).isEqualTo("1912-02-03");

    reviewer.approveAll();
    assertThat(reviewer.complete().status()).isEqualTo(204);
    await()
        .until(
            () ->
                engine()
                        .getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(CENSUS + "/" + block)
                        .count()
                    == 0);
    assertThat(
            jdbc()
                .sql(
                    """
                    select count(*) from check_finding f join difference d on d.person_id = f.person_id
                     where d.id = ? and f.check_id = 'P04'
                    """)
                .param(id)
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void aBlockThatDoesNotExistIsNoPlaceForTheMissingHalf() {
    Task task = taskWith("D05", VERIFY_BY_OFFICE);
    Recheck recheck = claimed(task);
    Answer refused =
        recheck.settle(
            differenceOf(task, "D05"),
            Map.of(
                "outcome",
                "paired",
                "reason",
                "户口簿",
                "sure",
                true,
                "correction",
                Map.of("block", "350205002701999")));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.message()).contains("R03");
    assertThat(recheck.view().path("choices").path("block").size())
        .as("the office chooses among the blocks of the district")
        .isEqualTo(8);
    assertThat(recheck.view().path("choices").path("ethnicity").get(0).path("label").asText())
        .isEqualTo("汉族");
    recheck.unclaim();
  }

  @Test
  void noNumberOfAPersonComesIntoFreeText() {
    Task task = taskWith("D06", VERIFY_BY_ENUMERATOR);
    Recheck recheck = claimed(task);
    String text = "入户见到张三，电话13800000000，身份证350205199003220986";
    Answer settled =
        recheck.settle(differenceOf(task, "D06"), Map.of("outcome", "kept", "reason", text));
    assertThat(settled.status()).isEqualTo(422);
    assertThat(settled.message()).startsWith("CF-E312 “依据”里有公民身份号码和手机号码");
    recheck.unclaim();

    Rest lead = as("hc-lead");
    Answer comment =
        lead.post("/engine-rest/task/" + task.getId() + "/comment/create", Map.of("message", text));
    assertThat(comment.status()).isEqualTo(400);
    assertThat(comment.message()).contains("CF-E312 “备注”里有公民身份号码和手机号码");
    assertThat(
            lead.post(
                    "/engine-rest/task/" + task.getId() + "/comment/create",
                    Map.of("message", "小区 350205001001001 已催办"))
                .status())
        .isEqualTo(200);
  }

  @Test
  void norIntoAFormOrAStartForm() {
    String text = "请问户口簿号码 11010519491231002X 怎么填";
    Rest office = as("hc-office-1");
    Map<String, Object> question =
        Map.of(
            "subject", string("户口簿"),
            "question", string(text));
    Answer start =
        office.post(
            "/engine-rest/process-definition/key/PolicyQuestion/submit-form",
            Map.of("variables", question));
    assertThat(start.status()).isEqualTo(400);
    assertThat(start.message()).contains("CF-E110").contains("“问题和情况说明”里有公民身份号码");

    Task route = tasks(ROUTE_QUESTION).listPage(0, 1).get(0);
    office.post("/engine-rest/task/" + route.getId() + "/claim", Map.of("userId", "hc-office-1"));
    Answer routed =
        office.post(
            "/engine-rest/task/" + route.getId() + "/complete",
            Map.of(
                "variables",
                Map.of(
                    "questionLevel", string("daily"),
                    "consultUnits", Map.of("value", "[]", "type", "Json"),
                    "routingNote", string("请打 139-1234-5678"))));
    assertThat(routed.status()).isEqualTo(400);
    assertThat(routed.message()).contains("“分办说明”里有手机号码");
    office.post("/engine-rest/task/" + route.getId() + "/unclaim", Map.of());
  }

  @Test
  void norIntoAnEmbeddedForm() {
    Task task = tasks(SIGN_HEALTH_FIGURES).singleResult();
    Rest health = as("hc-health");
    String path = "/engine-rest/task/" + task.getId();
    health.post(path + "/claim", Map.of("userId", "hc-health"));
    Answer signed =
        health.post(
            path + "/complete",
            Map.of(
                "variables",
                Map.of(
                    "figuresDecision", string("disputed"),
                    "figuresNote", string("联系 １３８００００００００"))));
    assertThat(signed.status()).isEqualTo(400);
    assertThat(signed.message()).contains("里有手机号码");
    health.post(path + "/unclaim", Map.of());
  }

  private static Map<String, Object> string(String value) {
    return Map.of("value", value, "type", "String");
  }

  private static Map<String, Object> added(Map<String, String> instead, boolean sure) {
    Map<String, String> correction = new HashMap<>(POSSIBLE);
    correction.putAll(instead);
    return Map.of("outcome", "added", "reason", "见到本人", "sure", sure, "correction", correction);
  }

  /** Everyone concerned records what a visit finds of all but one difference. */
  private void verifyRest(String block, long but) throws IOException {
    Map<Long, Visit> found = visits.toBlock(files.truth(), CENSUS, block);
    LongFunction<Visit> visit = found::get;
    for (Task task :
        engine()
            .getTaskService()
            .createTaskQuery()
            .processInstanceBusinessKey(CENSUS + "/" + block)
            .list()) {
      Recheck recheck = claimed(task);
      for (JsonNode item : recheck.view().findParents("settledByMe")) {
        long id = item.path("id").asLong();
        if (id != but) {
          assertThat(recheck.settle(id, visit.apply(id)).status()).isEqualTo(204);
        }
      }
      assertThat(recheck.complete().status()).isEqualTo(204);
    }
    awaitTask(REVIEW_VERIFICATION, CENSUS + "/" + block);
  }

  private Recheck claimed(Task task) {
    String subdistrict = variable(task, "subdistrict");
    String user =
        switch (task.getTaskDefinitionKey()) {
          case VERIFY_BY_ENUMERATOR -> "hc-" + subdistrict + "-enumerator-1";
          case VERIFY_BY_SUPERVISOR -> "hc-" + subdistrict + "-supervisor-1";
          case VERIFY_BY_SUBDISTRICT -> "hc-" + subdistrict + "-office";
          default -> "hc-office-1";
        };
    Recheck recheck = new Recheck(task, user, as(user));
    recheck.claim();
    return recheck;
  }

  /** The task of a block that nobody has begun and that holds a difference of the class. */
  private Task taskWith(String difference, String key) {
    return tasks(key).list().stream()
        .filter(task -> untouched(variable(task, "block"), difference))
        .findFirst()
        .orElseThrow();
  }

  private boolean untouched(String block, String difference) {
    return jdbc()
            .sql(
                """
                select count(*) from difference d where d.block_code = ? and d.class_code = ?
                   and not exists (select 1 from difference begun
                                    where begun.block_code = d.block_code and begun.status <> 'OPEN')
                """)
            .params(block, difference)
            .query(Integer.class)
            .single()
        > 0;
  }

  private long differenceOf(Task task, String difference) {
    return jdbc()
        .sql("select min(id) from difference where block_code = ? and class_code = ?")
        .params(variable(task, "block"), difference)
        .query(Long.class)
        .single();
  }
}
