package org.censusflow.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.censusflow.base.process.registration.HouseholdQuestionProcess.*;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.censusflow.base.process.registration.HouseholdQuestionProcess;
import org.censusflow.crosscheck.compare.CrossChecks;
import org.censusflow.registration.answers.Registrations;
import org.censusflow.system.Rest.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A person whom the registration had missed is registered with a mistake, the comparison finds it,
 * the household is asked and corrects it, and the next comparison finds nothing.
 */
class HouseholdQuestionIT extends SystemTest {

  private static final String CENSUS_PATH = "/api/censuses/" + CENSUS;
  private static final int ASKED_AT_ONCE = 8;

  @Autowired private Registrations registrations;
  @Autowired private CrossChecks crossChecks;

  private String block;
  private String subdistrict;

  @BeforeEach
  void theRegistersHaveBeenCompared() {
    awaitRechecks();
    openRegistration();
    block = jdbc().sql("select min(code) from block").query(String.class).single();
    subdistrict =
        jdbc()
            .sql("select subdistrict from block where code = ?")
            .param(block)
            .query(String.class)
            .single();
  }

  private record Entry(String name, String idNumber, String sex, String birthDate, String nation) {}

  @Test
  void theComparisonReadsWhatWasRegisteredAndThenWhatTheHouseholdCorrected() {
    Entry missed = someoneInTheRegisterAlone();
    String wrong = "01".equals(missed.nation()) ? "22" : "01";
    long person = register(9_101, missed, wrong);
    compareAnew();
    assertThat(differencesOf(person)).singleElement().asString().contains("differs");

    ask(9_101, person);
    Officer enumerator = officer("enumerator-1", ASK_HOUSEHOLDS);
    long question = only(enumerator.questions()).path("id").asLong();
    assertThat(
            enumerator
                .put(
                    question,
                    "reply",
                    Map.of(
                        "changes", Map.of("ethnicity", missed.nation()),
                        "reason", "填表时看错",
                        "evidence", "户口簿",
                        "confirmedBy", "signature"))
                .status())
        .isEqualTo(204);
    assertThat(enumerator.complete().status()).isEqualTo(204);
    compareAnew();
    assertThat(differencesOf(person)).as("nobody has checked it yet").hasSize(1);

    Officer supervisor = officer("supervisor-1", CHECK_REPLIES);
    assertThat(only(supervisor.questions()).at("/reply/changes/ethnicity").asText())
        .isEqualTo(missed.nation());
    assertThat(supervisor.complete().message()).contains("CF-E845 还有 1 条疑问没有审核");
    assertThat(supervisor.put(question, "decision", Map.of("accepted", true)).status())
        .isEqualTo(204);
    assertThat(supervisor.complete().status()).isEqualTo(204);
    awaitEnd();

    compareAnew();
    assertThat(differencesOf(person)).isEmpty();
    assertThat(
            jdbc()
                .sql(
                    "select ethnicity || ' ' || made_by || ' ' || coalesce(checked_by, '–') from person_version where person_id = ? order by version")
                .param(person)
                .query(String.class)
                .list())
        .containsExactly(
            wrong + " " + enumerator.user() + " –",
            missed.nation() + " " + enumerator.user() + " " + supervisor.user());
    assertNobodyIsInTheEngine(missed);
  }

  @Test
  void aBlockHasOneTaskHoweverManyAskAtOnceAndOnlyItsOfficersSeeIt() {
    Entry anyone = new Entry("戴伟", "34052419800101001X", "1", "1980-01-01", "01");
    long person = register(9_201, anyone, "01");
    IntStream.range(0, ASKED_AT_ONCE).parallel().forEach(n -> ask(9_201, person));
    Task task = task(ASK_HOUSEHOLDS);
    String path = "/api/household-questions/" + task.getId();
    Rest enumerator = as("hc-" + subdistrict + "-enumerator-1");
    Answer unclaimed = enumerator.get(path);
    assertThat(unclaimed.status()).isEqualTo(409);
    assertThat(unclaimed.message()).contains("请先认领任务");
    for (String stranger : List.of("hc-health", "hc-lead", "xs-office-1")) {
      assertThat(as(stranger).get(path).status()).as(stranger).isIn(403, 409, 422);
    }

    Officer officer = officer("enumerator-1", ASK_HOUSEHOLDS);
    assertThat(officer.questions()).hasSize(ASKED_AT_ONCE);
    assertThat(officer.complete().message())
        .contains("CF-E845 还有 " + ASKED_AT_ONCE + " 条疑问没有登记住户的答复");
    officer
        .questions()
        .forEach(
            question ->
                officer.put(
                    question.path("id").asLong(),
                    "reply",
                    Map.of("changes", Map.of(), "confirmedBy", "phone")));
    assertThat(officer.complete().status()).isEqualTo(204);
    Officer checker = officer("office", CHECK_REPLIES);
    checker
        .questions()
        .forEach(
            question ->
                checker.put(question.path("id").asLong(), "decision", Map.of("accepted", true)));
    assertThat(checker.complete().status()).isEqualTo(204);
    awaitEnd();
    assertThat(
            jdbc()
                .sql(
                    "select count(*) from audit_entry where action = 'question.ask' and object_type = 'block' and object_key = ? and actor = ?")
                .params(block, officer.user())
                .query(Long.class)
                .single())
        .as("every look is on record")
        .isGreaterThanOrEqualTo(2);
  }

  private Entry someoneInTheRegisterAlone() {
    return jdbc()
        .sql(
            """
            select r.name, r.id_number, r.sex, r.birth_date, r.ethnicity from difference d
              join difference_source s on s.run_id = d.run_id and s.subject = d.subject
              join register_row r on r.delivery_id = s.delivery_id and r.line = s.line
             where d.class_code = 'D01' and r.ethnicity is not null and length(r.id_number) = 18
             order by d.id limit 1
            """)
        .query(
            (row, n) ->
                new Entry(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5)))
        .single();
  }

  /** Through the intake, as an enumerator's program does it. */
  private long register(int household, Entry entry, String ethnicity) {
    Map<String, String> person = new HashMap<>();
    person.put("name", entry.name());
    person.put("id_number", entry.idNumber());
    person.put("sex", entry.sex());
    person.put("birth_date", entry.birthDate());
    person.put("ethnicity", ethnicity);
    person.put("relation", "0");
    person.put("residence", "here");
    person.put("hukou_place", "local-block");
    Map<String, Object> form = new HashMap<>();
    form.put("clientKey", "question-" + household);
    form.put("block", block);
    form.put("householdNo", household);
    form.put("address", "样例路1号");
    form.put("mode", "field");
    form.put("filledIn", "2020-11-03");
    form.put("confirmedBy", "signature");
    form.put("form", "short");
    form.put("persons", List.of(person));
    Answer answer =
        as("hc-" + subdistrict + "-enumerator-1").post(CENSUS_PATH + "/households", form);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return jdbc()
        .sql("select id from person where household_id = ?")
        .param(answer.json().path("householdId").asLong())
        .query(Long.class)
        .single();
  }

  private void ask(int household, long person) {
    Answer asked =
        as("hc-office-1")
            .post(
                CENSUS_PATH + "/questions",
                Map.of(
                    "block",
                    block,
                    "householdNo",
                    household,
                    "personId",
                    person,
                    "reason",
                    "民族与户籍登记不一致",
                    "evidence",
                    "与公安户籍资料比对"));
    assertThat(asked.status()).as(asked.body()).isEqualTo(201);
  }

  private void compareAnew() {
    registrations.freeze(CENSUS);
    crossChecks.compare(CENSUS);
  }

  private List<String> differencesOf(long person) {
    return jdbc()
        .sql(
            """
            select pattern from finding
             where run_id = (select max(id) from comparison_run) and ? in (person_id, second_person_id)
            """)
        .param(person)
        .query(String.class)
        .list();
  }

  /** One officer with the block's task, as Tasklist and its form act for them. */
  private record Officer(String user, Rest rest, String task) {

    JsonNode questions() {
      Answer view = rest.get("/api/household-questions/" + task);
      assertThat(view.status()).as(view.body()).isEqualTo(200);
      return view.json().path("questions");
    }

    Answer put(long question, String what, Object body) {
      return rest.put(
          "/api/household-questions/" + task + "/questions/" + question + "/" + what, body);
    }

    Answer complete() {
      return rest.post("/engine-rest/task/" + task + "/complete", Map.of());
    }
  }

  private Officer officer(String role, String key) {
    String user = "hc-" + subdistrict + "-" + role;
    String task = task(key).getId();
    Answer claimed = as(user).post("/engine-rest/task/" + task + "/claim", Map.of("userId", user));
    assertThat(claimed.status()).as(claimed.body()).isEqualTo(204);
    return new Officer(user, as(user), task);
  }

  private Task task(String key) {
    awaitTask(key, businessKey());
    return tasks(key).processInstanceBusinessKey(businessKey()).singleResult();
  }

  private String businessKey() {
    return CENSUS + "/questions/" + block;
  }

  private void awaitEnd() {
    await()
        .until(
            () ->
                engine()
                        .getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(businessKey())
                        .count()
                    == 0);
  }

  private static JsonNode only(JsonNode questions) {
    assertThat(questions).hasSize(1);
    return questions.get(0);
  }

  private void assertNobodyIsInTheEngine(Entry someone) {
    assertThat(
            engine().getHistoryService().createHistoricVariableInstanceQuery().list().stream()
                .filter(it -> HouseholdQuestionProcess.KEY.equals(it.getProcessDefinitionKey()))
                .map(HistoricVariableInstance::getValue)
                .map(String::valueOf))
        .isNotEmpty()
        .noneMatch(value -> value.contains(someone.name()) || value.contains(someone.idNumber()));
  }
}
