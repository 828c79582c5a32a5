package org.censusflow.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.censusflow.base.process.crosscheck.AreaRecheckProcess.*;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.censusflow.system.Rest.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Own area means own block: what the program wrote when a recheck began decides whose persons are
 * shown, and neither a variable laid in front of it nor a task that was handed on opens another
 * one's.
 */
class OwnPlaceIT extends SystemTest {

  private static final String FIRST = "hc-songyu-enumerator-1";
  private static final String SECOND = "hc-songyu-enumerator-2";
  private static final String QUESTIONS = "/api/censuses/" + CENSUS + "/questions";

  private TaskService service;
  private Task task;
  private String block;
  private String path;

  @BeforeEach
  void aRecheckInSongyuIsClaimed() {
    awaitRechecks();
    service = engine().getTaskService();
    task =
        tasks(VERIFY_BY_ENUMERATOR).list().stream()
            .filter(it -> "songyu".equals(variable(it, "subdistrict")))
            .findFirst()
            .orElseThrow();
    block = variable(task, "block");
    path = "/api/rechecks/" + task.getId();
    claim(FIRST);
  }

  @AfterEach
  void everythingIsAsBefore() {
    service.removeVariablesLocal(task.getId(), List.of("block", "district", "censusId"));
    service.setAssignee(task.getId(), null);
    jdbc().sql("delete from staff_assignment").update();
    jdbc().sql("update staff_certificate set withdrawn_at = null").update();
  }

  @Test
  void aVariableInFrontOfTheInstancesOwnChoosesNeitherTheBlockNorTheDistrictOfTheAudit() {
    Answer own = as(FIRST).get(path);
    assertThat(own.status()).isEqualTo(200);
    String other =
        jdbc()
            .sql("select max(block_code) from difference where block_code <> ?")
            .param(block)
            .query(String.class)
            .single();
    service.setVariableLocal(task.getId(), "block", other);
    service.setVariableLocal(task.getId(), "censusId", "xiangshan-2020");
    service.setVariableLocal(task.getId(), "district", "xiangshan");

    assertThat(as(FIRST).get(path).json()).isEqualTo(own.json());
    long foreign =
        jdbc()
            .sql("select max(id) from difference where block_code = ?")
            .param(other)
            .query(Long.class)
            .single();
    assertThat(
            as(FIRST)
                .put(path + "/differences/" + foreign, Map.of("outcome", "kept", "reason", "样例"))
                .message())
        .isEqualTo("该差异不属于本任务。");
    assertThat(
            jdbc()
                .sql(
                    """
                    select distinct a.district || ' ' || v.block_code from audit_entry a
                      join person_version v on cast(v.person_id as varchar(200)) = a.object_key
                     where a.actor = ? and a.action = 'recheck.verify' and a.object_type = 'person'
                    """)
                .param(FIRST)
                .query(String.class)
                .list())
        .contains("haicang " + block)
        .allMatch(it -> it.startsWith("haicang "));
  }

  @Test
  void aTaskThatIsHandedToADepartmentShowsItNobody() {
    service.addCandidateGroup(task.getId(), "haicang-education");
    service.setAssignee(task.getId(), "hc-education");
    Answer seen = as("hc-education").get(path);
    service.deleteCandidateGroup(task.getId(), "haicang-education");
    assertThat(seen.status()).isEqualTo(403);
    assertThat(seen.message()).startsWith("CF-E109");
    service.setAssignee(task.getId(), "hc-xinyang-enumerator-1");
    assertThat(as("hc-xinyang-enumerator-1").get(path).status()).isEqualTo(403);
  }

  @Test
  void aBlockThatIsSomebodysIsNobodyElsesAmongTheEnumerators() {
    assign(SECOND);
    assertThat(as(FIRST).get(path).message()).startsWith("CF-E816");
    assertThat(as(FIRST).get(path).status()).isEqualTo(403);
    assertThat(as(FIRST).get(QUESTIONS + "?block=" + block).status()).isEqualTo(403);
    assertThat(as(FIRST).get(persons(1)).status()).isEqualTo(403);
    Map<String, Object> household = Map.of("block", block, "mode", "field", "householdNo", 1);
    assertThat(as(FIRST).post("/api/censuses/" + CENSUS + "/households", household).status())
        .isEqualTo(403);
    assertThat(
            as(FIRST)
                .post("/api/censuses/" + CENSUS + "/households/batch", List.of(household))
                .status())
        .isEqualTo(403);
    assertThat(
            as(FIRST)
                .post(
                    "/api/censuses/" + CENSUS + "/self-enumeration",
                    Map.of("block", block, "householdNo", 1))
                .status())
        .isEqualTo(403);

    as(FIRST).post("/engine-rest/task/" + task.getId() + "/unclaim", Map.of());
    claim(SECOND);
    assertThat(as(SECOND).get(path).status()).isEqualTo(200);
    assertThat(as(SECOND).get(QUESTIONS + "?block=" + block).status()).isEqualTo(200);
    assertThat(as("hc-songyu-supervisor-1").get(QUESTIONS + "?block=" + block).status())
        .isEqualTo(200);
    assertThat(as("hc-songyu-office").get(QUESTIONS + "?block=" + block).status()).isEqualTo(200);
    assertThat(as("hc-xinyang-supervisor-1").get(QUESTIONS + "?block=" + block).status())
        .isEqualTo(403);
  }

  @Test
  void withoutAValidCertificateNobodySeesAHousehold() {
    for (String account : List.of(FIRST, "hc-songyu-supervisor-1")) {
      jdbc()
          .sql("update staff_certificate set withdrawn_at = current_timestamp where account = ?")
          .param(account)
          .update();
      Answer refused = as(account).get(QUESTIONS + "?block=" + block);
      assertThat(refused.status()).isEqualTo(403);
      assertThat(refused.message()).startsWith("CF-E873");
    }
    assertThat(as(FIRST).get(path).message()).startsWith("CF-E873");
    assertThat(as(FIRST).get(persons(1)).status()).isEqualTo(403);
  }

  @Test
  void whoWalksThroughABlockHouseholdByHouseholdIsStopped() {
    String office = "hc-songyu-office";
    int answered = 0;
    Answer answer = as(office).get(persons(1));
    while (answer.status() != 429 && answered < 100) {
      answered++;
      answer = as(office).get(persons(1));
    }
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.message()).startsWith("CF-E163");
    assertThat(answered).isEqualTo(30);
  }

  private String persons(int household) {
    return QUESTIONS + "/persons?block=" + block + "&householdNo=" + household;
  }

  private void assign(String account) {
    jdbc()
        .sql(
            """
            insert into staff_assignment (census_id, subdistrict, block_code, account, role, kind, valid_from, made_by,
                   made_at)
            values (?, 'songyu', ?, ?, 'enumerator', 'regular', date '2019-01-01', 'hc-songyu-office',
                    current_timestamp)
            """)
        .params(CENSUS, block, account)
        .update();
  }

  private void claim(String user) {
    String claim = "/engine-rest/task/" + task.getId() + "/claim";
    assertThat(as(user).post(claim, Map.of("userId", user)).status()).isEqualTo(204);
  }
}
