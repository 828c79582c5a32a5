package org.censusflow.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.censusflow.registration.answers.OneHousehold;
import org.censusflow.system.Rest.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Registrations as they come in over REST, beside the sample's. */
class IntakeRestIT extends SystemTest {

  private static final String CENSUS_PATH = "/api/censuses/" + CENSUS;
  private static final String HEADER =
      "row_id,block,household_no,line_no,name,relation,id_number,sex,birth_date,ethnicity,residence,hukou_place,address,form,filled_in\n";
  private static final String ROW =
      "f-%d,%s,%d,1,戴伟,0,34052419800101001X,%s,1980-01-01,01,here,local-block,样例路1号,short,2020-11-03\n";
  private static final Map<String, String> HEAD = OneHousehold.head();

  private String block;
  private String subdistrict;

  @BeforeEach
  void theSampleIsThere() {
    await("the sample's registrations")
        .atMost(Duration.ofMinutes(2))
        .until(
            () ->
                jdbc()
                        .sql("select count(*) from intake_job where state = 'DONE'")
                        .query(Long.class)
                        .single()
                    > 0);
    block = jdbc().sql("select min(code) from block").query(String.class).single();
    subdistrict =
        jdbc()
            .sql("select subdistrict from block where code = ?")
            .param(block)
            .query(String.class)
            .single();
    openRegistration();
  }

  private Map<String, Object> form(String key, int number, String sex) {
    Map<String, String> person = new java.util.HashMap<>(HEAD);
    person.put("sex", sex);
    return Map.of(
        "clientKey",
        key,
        "block",
        block,
        "householdNo",
        number,
        "address",
        "样例路1号",
        "mode",
        "field",
        "filledIn",
        "2020-11-03",
        "confirmedBy",
        "signature",
        "form",
        "short",
        "persons",
        List.of(person));
  }

  @Test
  void aHouseholdIsTakenInOnceAndAFaultyOneNotAtAll() {
    Rest enumerator = as("hc-" + subdistrict + "-enumerator-1");
    Answer first = enumerator.post(CENSUS_PATH + "/households", form("rest-1", 9001, "1"));
    assertThat(first.body()).contains("\"state\":\"accepted\"");
    assertThat(first.status()).isEqualTo(201);
    assertThat(enumerator.post(CENSUS_PATH + "/households", form("rest-1", 9001, "1")).status())
        .isEqualTo(200);
    Answer changed = enumerator.post(CENSUS_PATH + "/households", form("rest-1", 9001, "2"));
    assertThat(changed.status()).isEqualTo(422);
    assertThat(changed.json().at("/errors/0/message").asText()).startsWith("R08");

    Answer batch =
        enumerator.post(
            CENSUS_PATH + "/households/batch",
            List.of(
                form("rest-2", 9002, "1"), form("rest-3", 9003, "7"), form("rest-1", 9001, "1")));
    assertThat(batch.status()).isEqualTo(200);
    assertThat(batch.json().get("accepted").asInt()).isEqualTo(1);
    assertThat(batch.json().get("repeated").asInt()).isEqualTo(1);
    assertThat(batch.json().get("rejected").asInt()).isEqualTo(1);
    assertThat(batch.json().at("/results/1/errors/0/message").asText())
        .isEqualTo("F02 “性别”的代码不在现行标准代码表中");
    assertThat(
            jdbc()
                .sql("select count(*) from household where household_no in (9001, 9002, 9003)")
                .query(Long.class)
                .single())
        .isEqualTo(2);
    assertThat(
            jdbc()
                .sql(
                    "select count(*) from audit_entry where action = 'intake.household' and actor like '%-enumerator-1'")
                .query(Long.class)
                .single())
        .isEqualTo(4);
  }

  @Test
  void householdsAreAddedAndLongFormsDrawnOnlyWhileTheRegistrationIsOpen() {
    Rest enumerator = as("hc-" + subdistrict + "-enumerator-2");
    Rest supervisor = as("hc-" + subdistrict + "-supervisor-1");
    Rest office = as("hc-office-1");
    Map<String, String> seed = Map.of("seed", "开奖号码 0412235");
    Map<String, Object> self = new java.util.HashMap<>(form("time-2", 9202, "1"));
    self.put("mode", "self");
    jdbc().sql("delete from field_phase").update();
    for (Answer early :
        List.of(
            enumerator.post(CENSUS_PATH + "/households", form("time-1", 9201, "1")),
            supervisor.post(CENSUS_PATH + "/households/batch", List.of(form("time-1", 9201, "1"))),
            office.post(CENSUS_PATH + "/long-form-draw", seed))) {
      assertThat(early.status()).isEqualTo(422);
      assertThat(early.message()).startsWith("CF-E848 本次普查的登记还没有开始").contains("请在登记开始以后再提交");
    }
    assertThat(office.post(CENSUS_PATH + "/households", self).status()).isEqualTo(201);
    assertThat(office.post(CENSUS_PATH + "/households", form("time-3", 9203, "1")).status())
        .isEqualTo(201);
    assertThat(office.upload(CENSUS_PATH + "/intake-jobs", file(9204), 1).status()).isEqualTo(202);
    assertThat(stored(9201)).isZero();

    openRegistration();
    assertThat(enumerator.post(CENSUS_PATH + "/households", form("time-1", 9201, "1")).status())
        .isEqualTo(201);
    assertThat(office.post(CENSUS_PATH + "/long-form-draw", seed).status()).isEqualTo(201);

    jdbc().sql("update field_phase set registered_at = current_timestamp").update();
    self.put("clientKey", "time-6");
    self.put("householdNo", 9206);
    for (Answer late :
        List.of(
            enumerator.post(CENSUS_PATH + "/households", form("time-5", 9205, "1")),
            supervisor.post(CENSUS_PATH + "/households/batch", List.of(form("time-5", 9205, "1"))),
            office.post(CENSUS_PATH + "/households", form("time-5", 9205, "1")),
            office.post(CENSUS_PATH + "/households", self),
            office.upload(CENSUS_PATH + "/intake-jobs", file(9205), 1),
            enumerator.post(
                CENSUS_PATH + "/self-enumeration", Map.of("block", block, "householdNo", 1)),
            office.post(CENSUS_PATH + "/long-form-draw", seed))) {
      assertThat(late.status()).isEqualTo(422);
      assertThat(late.message()).startsWith("CF-E849 本次普查的登记已经结束").contains("入户核实任务中补登");
    }
    assertThat(stored(9205)).isZero();
    assertThat(stored(9206)).isZero();
    jdbc().sql("update field_phase set registered_at = null").update();
    assertThat(enumerator.post(CENSUS_PATH + "/households", form("time-5", 9205, "1")).status())
        .as("what was returned to the field opens it again")
        .isEqualTo(201);
  }

  private long stored(int number) {
    return jdbc()
        .sql("select count(*) from household where household_no = ?")
        .param(number)
        .query(Long.class)
        .single();
  }

  private byte[] file(int number) {
    return (HEADER + ROW.formatted(number, block, number, "1")).getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void selfEnumerationEndsWithItsLastDay() {
    Map<String, Object> late = new java.util.HashMap<>(form("rest-9", 9009, "1"));
    late.put("mode", "self");
    late.put("filledIn", "2020-11-06");
    Answer answer = as("hc-office-1").post(CENSUS_PATH + "/households", late);
    assertThat(answer.json().at("/errors/0/message").asText()).startsWith("CF-E828");
    late.put("filledIn", "2020-11-05");
    assertThat(as("hc-office-1").post(CENSUS_PATH + "/households", late).status()).isEqualTo(201);
  }

  @Test
  void aFileIsTakenInWithProgressAndItsRejectedRowsAreTold() {
    byte[] file =
        (HEADER + ROW.formatted(1, block, 9101, "1") + ROW.formatted(2, block, 9102, "8"))
            .getBytes(StandardCharsets.UTF_8);
    Answer accepted = as("hc-office-1").upload(CENSUS_PATH + "/intake-jobs", file, 2);
    assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
    String job = CENSUS_PATH + "/intake-jobs/" + accepted.json().get("id").asLong();
    await("the file").atMost(Duration.ofMinutes(1)).until(() -> "DONE".equals(state(job)));

    JsonNode done = as("hc-lead").get(job).json();
    assertThat(done.get("doneRows").asInt()).isEqualTo(2);
    assertThat(done.get("accepted").asInt()).isEqualTo(1);
    assertThat(done.get("rejected").asInt()).isEqualTo(1);
    assertThat(as("hc-office-1").get(job + "/rejects.csv").body())
        .isEqualTo("行,原因\n3,\"F02 “性别”的代码不在现行标准代码表中\"\n");
    assertThat(
            as("hc-office-1")
                .upload(CENSUS_PATH + "/intake-jobs", file, 2)
                .json()
                .get("id")
                .asLong())
        .isEqualTo(accepted.json().get("id").asLong());

    Answer noFile =
        as("hc-office-1").upload(CENSUS_PATH + "/intake-jobs", new byte[] {'P', 'K', 3, 4, 0}, 1);
    assertThat(noFile.status()).isEqualTo(422);
    assertThat(noFile.message()).startsWith("CF-E820 电子表格已损坏");
    assertThat(as("hc-lead").upload(CENSUS_PATH + "/intake-jobs", file, 2).status()).isEqualTo(403);
  }

  private String state(String job) {
    return as("hc-office-1").get(job).json().get("state").asText();
  }
}
