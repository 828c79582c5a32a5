package org.censusflow.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.censusflow.base.process.crosscheck.AreaRecheckProcess.*;
import static org.censusflow.base.process.crosscheck.CrossCheckRechecksProcess.*;
import static org.censusflow.base.process.governance.PolicyQuestionProcess.*;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.censusflow.crosscheck.recheck.Rechecks;
import org.censusflow.sample.SampleFiles;
import org.censusflow.sample.SampleVisits;
import org.censusflow.sample.SampleVisits.Visit;
import org.censusflow.system.Rest.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A registration is changed by two people: one finds out, another agrees. What the household
 * answered first stays.
 */
class MakerCheckerIT extends SystemTest {

  @Autowired private SampleVisits visits;
  @Autowired private SampleFiles files;
  @Autowired private Rechecks rechecks;

  @BeforeEach
  void theRechecksAreWaiting() {
    awaitRechecks();
  }

  @Test
  void aTaskWithOpenDifferencesIsNotCompleted() {
    Task task = tasks(VERIFY_BY_ENUMERATOR).listPage(0, 1).get(0);
    Recheck recheck = as(task);
    recheck.claim();
    int open = recheck.view().path("open").asInt();

    Answer refused = recheck.complete();

    assertThat(open).isPositive();
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.message()).endsWith("CF-E301 还有 " + open + " 条差异没有核实，全部核实后才能完成任务。");
    assertThat(tasks(VERIFY_BY_ENUMERATOR).taskId(task.getId()).count()).isEqualTo(1);
    recheck.unclaim();
  }

  @Test
  void aVerificationWithoutItsReasonOrItsAnswersIsRefused() {
    Task task = taskOf(blockWith("D06"), VERIFY_BY_ENUMERATOR);
    Recheck recheck = as(task);
    recheck.claim();
    long id = differenceOf(task, "D06");

    assertRefused(
        recheck.settle(id, settlement("corrected", "", Map.of("name", "王小明"))), "请填写“依据”");
    assertRefused(recheck.settle(id, settlement("corrected", "见到本人", Map.of())), "请填写住户更正后的内容");
    assertRefused(
        recheck.settle(id, settlement("corrected", "见到本人", Map.of("birthDate", "昨天"))),
        "“出生日期”不是日期");
    assertRefused(
        recheck.settle(id, settlement("corrected", "见到本人", Map.of("status", "REMOVED"))),
        "没有“status”这一项");
    assertRefused(recheck.settle(id, settlement("merged", "见到本人", Map.of())), "没有这样的核实结果");
    assertRefused(recheck.settle(id + 1_000_000, settlement("kept", "见到本人", Map.of())), "不属于本任务");
    assertRefused(recheck.review(id, true, null), "核实任务不能进行复核");

    assertThat(recheck.view().path("settled").asInt()).isZero();
    recheck.unclaim();
  }

  /** What was decided and who decided it are kept together or not at all. */
  @Test
  void aDecisionThatCannotBePutOnRecordIsNotMade() {
    Task task = taskOf(blockWith("D06"), VERIFY_BY_ENUMERATOR);
    Recheck recheck = as(task);
    recheck.claim();
    long id = differenceOf(task, "D06");

    withoutEntries(
        "difference.settle",
        () ->
            assertThat(recheck.settle(id, settlement("kept", "见到本人", Map.of())).status())
                .isEqualTo(500));

    assertThat(statusOf(id)).isEqualTo("OPEN");
    assertThat(
            jdbc()
                .sql("select count(*) from difference_event where difference_id = ?")
                .param(id)
                .query(Integer.class)
                .single())
        .isZero();
    recheck.unclaim();
  }

  /** The database takes no further audit entry of an action for so long. */
  private void withoutEntries(String action, Runnable attempt) {
    long last = jdbc().sql("select max(id) from audit_entry").query(Long.class).single();
    jdbc()
        .sql(
            "alter table \"census\".audit_entry add constraint no_entry check (id <= %d or action <> '%s')"
                .formatted(last, action))
        .update();
    try {
      attempt.run();
    } finally {
      jdbc().sql("alter table \"census\".audit_entry drop constraint no_entry").update();
    }
  }

  private static Map<String, Object> settlement(
      String outcome, String reason, Map<String, String> correction) {
    return Map.of("outcome", outcome, "reason", reason, "correction", correction);
  }

  private static void assertRefused(Answer answer, String message) {
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.message()).contains(message);
  }

  /**
   * The office verifies who is registered in one place and lives in another, and reviews as well.
   */
  @Test
  void whoVerifiedDoesNotReview() throws IOException {
    String block = blockWith("D05");
    long difference = differenceOf(taskOf(block, VERIFY_BY_OFFICE), "D05");
    verify(block);
    Task review = taskOf(block, REVIEW_VERIFICATION);

    Recheck sameOfficer = new Recheck(review, "hc-office-1", as("hc-office-1"));
    sameOfficer.claim();
    Answer own = sameOfficer.review(difference, true, null);
    assertThat(own.status()).isEqualTo(422);
    assertThat(own.message()).isEqualTo("核实人和复核人不能是同一人，请由其他人员复核。");
    assertThat(sameOfficer.review(difference, false, "再核一次").status()).isEqualTo(422);

    sameOfficer.view().findParents("settledByMe").stream()
        .filter(item -> !item.path("settledByMe").asBoolean())
        .forEach(
            item ->
                assertThat(sameOfficer.review(item.path("id").asLong(), true, null).status())
                    .isEqualTo(204));
    Answer completion = sameOfficer.complete();
    assertThat(completion.status()).isEqualTo(400);
    assertThat(completion.message()).contains("CF-E301 还有", "没有复核");
    sameOfficer.unclaim();

    Recheck another = new Recheck(review, "hc-office-2", as("hc-office-2"));
    another.claim();
    withoutEntries(
        "difference.review",
        () -> assertThat(another.review(difference, true, null).status()).isEqualTo(500));
    assertThat(statusOf(difference)).isEqualTo("VERIFIED");
    another.approveAll();
    assertThat(another.complete().status()).isEqualTo(204);
    awaitCompletion(block);
    assertThat(
            jdbc()
                .sql("select settled_by || '/' || reviewed_by from difference where id = ?")
                .param(difference)
                .query(String.class)
                .single())
        .isEqualTo("hc-office-1/hc-office-2");
  }

  @Test
  void whatIsReturnedIsVerifiedAgainWithTheReasonInSight() throws IOException {
    String block = blockWith("D04");
    verify(block);
    Task review = taskOf(block, REVIEW_VERIFICATION);
    long difference =
        jdbc()
            .sql("select min(id) from difference where block_code = ? and class_code = 'D04'")
            .param(block)
            .query(Long.class)
            .single();
    Recheck reviewer = new Recheck(review, "hc-office-2", as("hc-office-2"));
    reviewer.claim();
    assertRefused(reviewer.review(difference, false, " "), "请填写“退回原因”");
    assertThat(reviewer.review(difference, false, "请核对户口簿").status()).isEqualTo(204);
    reviewer.approveAll();
    assertThat(reviewer.complete().status()).isEqualTo(204);

    Recheck again = as(taskOf(block, VERIFY_BY_ENUMERATOR));
    again.claim();
    JsonNode returned =
        again.view().findParents("returnReason").stream()
            .filter(item -> item.path("status").asText().equals("returned"))
            .findFirst()
            .orElseThrow();
    assertThat(returned.path("id").asLong()).isEqualTo(difference);
    assertThat(returned.path("returnReason").asText()).isEqualTo("请核对户口簿");
    assertThat(again.settle(difference, visits(block).get(difference)).status()).isEqualTo(204);
    assertThat(again.complete().status()).isEqualTo(204);
    Recheck second =
        new Recheck(taskOf(block, REVIEW_VERIFICATION), "hc-office-2", reviewer.rest());
    second.claim();
    second.approveAll();
    assertThat(second.complete().status()).isEqualTo(204);
    awaitCompletion(block);
  }

  @Test
  void theFirstAnswersStayAndApplyingTwiceChangesNothing() throws IOException {
    String block = blockWith("D07");
    List<String> before = firstVersions();
    verify(block);
    Recheck reviewer =
        new Recheck(taskOf(block, REVIEW_VERIFICATION), "hc-office-2", as("hc-office-2"));
    reviewer.claim();
    reviewer.approveAll();
    assertThat(reviewer.complete().status()).isEqualTo(204);
    awaitCompletion(block);

    List<String> versions = allVersions();
    assertThat(
            jdbc()
                .sql(
                    """
                    select count(*) from person_version v join difference d on d.id = v.difference_id
                     where d.block_code = ? and d.class_code = 'D07' and v.version > 1
                       and v.made_by = d.settled_by and v.checked_by = d.reviewed_by
                    """)
                .param(block)
                .query(Integer.class)
                .single())
        .isPositive();
    assertThat(firstVersions()).containsAll(before);

    rechecks.apply(CENSUS, block);
    rechecks.apply(CENSUS, block);
    assertThat(allVersions()).isEqualTo(versions);
  }

  @Test
  void whatAFormRequiresIsRequiredByRestToo() {
    String question = routed();
    await("draft").until(() -> draft(question) != null);
    Rest office = as("hc-office-1");
    String path = "/engine-rest/task/" + draft(question).getId();
    office.post(path + "/claim", Map.of("userId", "hc-office-1"));

    for (String action : List.of("/complete", "/submit-form")) {
      Answer empty = office.post(path + action, Map.of());
      assertThat(empty.status()).isEqualTo(400);
      assertThat(empty.message()).contains("CF-E110 表单填写有误", "“答复”必须填写");
    }
    assertThat(draft(question)).isNotNull();
  }

  private Task draft(String question) {
    return tasks(DRAFT_ANSWER).processInstanceId(question).singleResult();
  }

  /** A question that the office has taken as daily business, for nobody else's opinion. */
  private String routed() {
    String question = tasks(ROUTE_QUESTION).listPage(0, 1).get(0).getProcessInstanceId();
    Map<String, Object> nobody = Map.of("value", "[]", "type", "Json");
    Map<String, Object> daily = Map.of("value", "daily", "type", "String");
    Map<String, Object> form = Map.of("questionLevel", daily, "consultUnits", nobody);
    assertThat(submit("hc-office-1", question, ROUTE_QUESTION, form).status()).isEqualTo(204);
    return question;
  }

  @Test
  void anAnswerIsNotReturnedWithoutItsReason() {
    String question = routed();
    assertThat(submit("hc-office-1", question, DRAFT_ANSWER, text("answerText", "在学校登记。")).status())
        .isEqualTo(204);

    Answer unexplained = submit("hc-lead", question, APPROVE_ANSWER, text("decision", "return"));
    assertThat(unexplained.status()).isEqualTo(400);
    assertThat(unexplained.message()).contains("CF-E110 表单填写有误", "必须填写");
    Answer unknown = submit("hc-lead", question, APPROVE_ANSWER, text("decision", "maybe"));
    assertThat(unknown.message()).contains("只能从所列选项中选择");
    assertThat(submit("hc-lead", question, APPROVE_ANSWER, text("decision", "approve")).status())
        .isEqualTo(204);
  }

  private Answer submit(String user, String instance, String key, Map<String, Object> variables) {
    await(key).until(() -> tasks(key).processInstanceId(instance).count() == 1);
    String path =
        "/engine-rest/task/" + tasks(key).processInstanceId(instance).singleResult().getId();
    as(user).post(path + "/claim", Map.of("userId", user));
    return as(user).post(path + "/complete", Map.of("variables", variables));
  }

  /** Without an answer, with one that nobody offers, or disputed without saying why. */
  @Test
  void figuresAreNotSignedByAnEmptyRequest() {
    Task task = tasks(SIGN_HEALTH_FIGURES).singleResult();
    Rest health = as("hc-health");
    String path = "/engine-rest/task/" + task.getId();
    health.post(path + "/claim", Map.of("userId", "hc-health"));

    assertThat(health.post(path + "/complete", Map.of()).status()).isEqualTo(400);
    assertThat(health.post(path + "/complete", signing("perhaps")).status()).isEqualTo(400);
    assertThat(health.post(path + "/complete", signing("disputed")).status()).isEqualTo(400);
    assertThat(tasks(SIGN_HEALTH_FIGURES).count()).isEqualTo(1);
  }

  private static Map<String, Object> signing(String decision) {
    return Map.of("variables", text("figuresDecision", decision));
  }

  private static Map<String, Object> text(String name, String value) {
    return Map.of(name, Map.of("value", value, "type", "String"));
  }

  /** Everyone concerned records what a visit finds, until the block waits for its review. */
  private void verify(String block) throws IOException {
    Map<Long, Visit> found = visits(block);
    for (Task task :
        engine()
            .getTaskService()
            .createTaskQuery()
            .processInstanceBusinessKey(CENSUS + "/" + block)
            .list()) {
      Recheck recheck = as(task);
      recheck.claim();
      recheck.settleAll(found::get);
      assertThat(recheck.complete().status()).isEqualTo(204);
    }
    awaitTask(REVIEW_VERIFICATION, CENSUS + "/" + block);
  }

  private Map<Long, Visit> visits(String block) throws IOException {
    return visits.toBlock(files.truth(), CENSUS, block);
  }

  private Task taskOf(String block, String key) {
    awaitTask(key, CENSUS + "/" + block);
    return tasks(key).processInstanceBusinessKey(CENSUS + "/" + block).singleResult();
  }

  private Recheck as(Task task) {
    String subdistrict = variable(task, "subdistrict");
    String user =
        switch (task.getTaskDefinitionKey()) {
          case VERIFY_BY_ENUMERATOR -> "hc-" + subdistrict + "-enumerator-1";
          case VERIFY_BY_SUPERVISOR -> "hc-" + subdistrict + "-supervisor-1";
          case VERIFY_BY_SUBDISTRICT -> "hc-" + subdistrict + "-office";
          default -> "hc-office-1";
        };
    return new Recheck(task, user, as(user));
  }

  /** A block that nobody has begun and that holds a difference of the class. */
  private String blockWith(String difference) {
    return jdbc()
        .sql(
            """
            select min(d.block_code) from difference d
             where d.class_code = ?
               and not exists (select 1 from difference begun
                                where begun.block_code = d.block_code and begun.status <> 'OPEN')
            """)
        .param(difference)
        .query(String.class)
        .single();
  }

  private long differenceOf(Task task, String difference) {
    return jdbc()
        .sql("select min(id) from difference where block_code = ? and class_code = ?")
        .params(variable(task, "block"), difference)
        .query(Long.class)
        .single();
  }

  private void awaitCompletion(String block) {
    await()
        .until(
            () ->
                engine()
                        .getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(CENSUS + "/" + block)
                        .count()
                    == 0);
  }

  private List<String> firstVersions() {
    return versions("where version = 1");
  }

  private List<String> allVersions() {
    return versions("");
  }

  private List<String> versions(String where) {
    return jdbc()
        .sql("select * from person_version " + where + " order by id")
        .query((row, n) -> everyColumn(row))
        .list();
  }

  private static String everyColumn(java.sql.ResultSet row) throws java.sql.SQLException {
    StringBuilder text = new StringBuilder();
    for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
      text.append(row.getString(column)).append('|');
    }
    return text.toString();
  }
}
