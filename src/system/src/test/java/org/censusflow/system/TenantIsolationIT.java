package org.censusflow.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.censusflow.base.process.crosscheck.AreaRecheckProcess.*;
import static org.censusflow.base.process.crosscheck.CrossCheckRechecksProcess.*;
import static org.censusflow.base.process.governance.PolicyQuestionProcess.*;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.censusflow.base.process.CensusProcess;
import org.censusflow.base.process.crosscheck.AreaRecheckProcess;
import org.censusflow.base.process.crosscheck.CrossCheckProcess;
import org.censusflow.base.process.crosscheck.RecordRequestProcess;
import org.censusflow.base.process.governance.PolicyQuestionProcess;
import org.censusflow.system.Rest.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Haicang stands at its rechecks, Xiangshan has asked one question of its own. Who works in
 * Xiangshan sees that one and neither sees nor counts anything of Haicang.
 */
class TenantIsolationIT extends SystemTest {

  private static final String START = "/engine-rest/process-definition/key/%s/start";

  @BeforeEach
  void theRechecksAreWaitingAndXiangshanHasAsked() {
    awaitRechecks();
    long asked =
        engine()
            .getHistoryService()
            .createHistoricProcessInstanceQuery()
            .tenantIdIn("xiangshan")
            .count();
    if (asked == 0) {
      Answer started =
          as("xs-office-1").post(START.formatted(PolicyQuestionProcess.KEY), question(""));
      assertThat(started.status()).isEqualTo(200);
      assertThat(started.json().path("tenantId").asText()).isEqualTo("xiangshan");
    }
    awaitTaskOfXiangshan();
  }

  private void awaitTaskOfXiangshan() {
    await().until(() -> tasks(ROUTE_QUESTION).tenantIdIn("xiangshan").count() == 1);
  }

  private static Map<String, Object> question(String district) {
    return Map.of(
        "variables",
        Map.of(
            "district", Map.of("value", district),
            "subject", Map.of("value", "住校教师的登记地点"),
            "topic", Map.of("value", "students"),
            "urgency", Map.of("value", "normal"),
            "question", Map.of("value", "住校教师在哪里登记？")));
  }

  @ParameterizedTest
  @CsvSource({
    "xs-office-1, task",
    "xs-lead, task",
    "xs-lead, process-instance",
    "xs-lead, variable-instance",
    "xs-lead, incident",
    "xs-lead, external-task",
    "xs-lead, job",
    "xs-lead, history/process-instance",
    "xs-lead, history/activity-instance",
    "xs-lead, history/task",
    "xs-lead, history/decision-instance",
    "xs-lead, history/incident"
  })
  void listAndCountAreOfTheOwnDistrictOnly(String user, String resource) {
    Answer list = as(user).get("/engine-rest/" + resource);
    Answer count = as(user).get("/engine-rest/" + resource + "/count");
    assertThat(list.status()).isEqualTo(200);
    assertThat(count.json().path("count").asInt(-1)).isEqualTo(list.json().size());
    for (JsonNode row : list.json()) {
      if (!startsACommonModel(row)) {
        assertThat(row.path("tenantId").asText()).as(row.toString()).isEqualTo("xiangshan");
      }
    }
    // The same question asked with a filter for the other district, and of the other's lead.
    assertThat(as(user).get("/engine-rest/" + resource + "?tenantIdIn=haicang").json()).isEmpty();
  }

  /** A message that starts a process is awaited by its model, which belongs to no district. */
  private static boolean startsACommonModel(JsonNode row) {
    return row.has("eventName") && row.path("processInstanceId").isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "task",
        "process-instance",
        "history/process-instance",
        "history/task",
        "history/decision-instance"
      })
  void theOtherDistrictsLeadSeesThatThereIsSomethingToHide(String resource) {
    assertThat(
            as("hc-lead").get("/engine-rest/" + resource + "/count").json().path("count").asInt())
        .isGreaterThan(8);
  }

  @Test
  void theOwnWorkIsSeen() {
    assertThat(as("xs-office-1").get("/engine-rest/task/count").json().path("count").asInt())
        .isEqualTo(1);
    assertThat(
            as("xs-lead").get("/engine-rest/process-instance/count").json().path("count").asInt())
        .isEqualTo(1);
  }

  @Test
  void whatUsersDidIsShownForTheOwnDistrictOnly() {
    JsonNode log = as("xs-lead").get("/engine-rest/history/user-operation").json();
    assertThat(log.findValuesAsText("userId")).isNotEmpty().allMatch(it -> it.startsWith("xs-"));
    assertThat(
            as("xs-lead")
                .get("/engine-rest/history/user-operation/count")
                .json()
                .path("count")
                .asInt())
        .isEqualTo(log.size());
    assertThat(
            as("hc-lead")
                .get("/engine-rest/history/user-operation")
                .json()
                .findValuesAsText("userId"))
        .contains("hc-office-1", "hc-construction")
        .allMatch(it -> it.startsWith("hc-"));
  }

  @Test
  void statisticsCountTheOwnDistrictOnly() {
    JsonNode all =
        as("xs-lead")
            .get("/engine-rest/process-definition/statistics?failedJobs=true&incidents=true")
            .json();
    for (JsonNode definition : all) {
      String key = definition.at("/definition/key").asText();
      assertThat(definition.path("instances").asInt())
          .as(key)
          .isEqualTo(key.equals(PolicyQuestionProcess.KEY) ? 1 : 0);
    }
    for (String process :
        List.of(
            CensusProcess.KEY,
            CrossCheckProcess.KEY,
            AreaRecheckProcess.KEY,
            RecordRequestProcess.KEY)) {
      assertThat(instancesOf("xs-lead", process)).as(process).isZero();
    }
  }

  @Test
  void statisticsOfTheOwnDistrictAreThere() {
    assertThat(instancesOf("xs-lead", PolicyQuestionProcess.KEY)).isEqualTo(1);
    assertThat(instancesOf("hc-lead", PolicyQuestionProcess.KEY)).isEqualTo(2);
    assertThat(instancesOf("admin", PolicyQuestionProcess.KEY)).isEqualTo(3);
  }

  /** Running instances by the engine's statistics, summed up over the activities where they are. */
  private int instancesOf(String user, String process) {
    String id =
        as(user).get("/engine-rest/process-definition/key/" + process).json().path("id").asText();
    return sum(as(user).get("/engine-rest/process-definition/" + id + "/statistics"));
  }

  private static int sum(Answer statistics) {
    assertThat(statistics.status()).isEqualTo(200);
    int instances = 0;
    for (JsonNode activity : statistics.json()) {
      instances += activity.path("instances").asInt();
    }
    return instances;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "task/report/candidate-group-count",
        "history/task/report?reportType=count&groupBy=taskName",
        "history/process-instance/report?reportType=duration&periodUnit=month",
        "history/process-definition/cleanable-process-instance-report",
        "history/decision-definition/cleanable-decision-instance-report",
        "metrics/activity-instance-start/sum"
      })
  void reportsAreOfTheOwnDistrictOnly(String report) {
    Answer answer = as("xs-lead").get("/engine-rest/" + report);
    assertThat(answer.status()).isIn(200, 403);
    if (answer.status() == 200) {
      assertThat(answer.body()).doesNotContain("haicang");
      assertThat(answer.json().findValues("count")).allMatch(count -> count.asInt() <= 1);
      assertThat(answer.json().findValues("taskCount")).allMatch(count -> count.asInt() <= 1);
      assertThat(answer.json().findValues("average")).isEmpty();
      assertThat(answer.json().findValues("finishedProcessInstanceCount")).isEmpty();
      assertThat(answer.json().findValues("finishedDecisionInstanceCount")).isEmpty();
    }
  }

  /** Cockpit asks the engine by a way of its own. */
  @Test
  void cockpitShowsTheOwnDistrictOnly() {
    WebappSession session = WebappSession.login(address(), "xs-lead", "Census-2020");
    Rest cockpit = nobody().with("Cookie", session.cookies()).with("X-XSRF-TOKEN", session.token());
    String plugin = "/camunda/api/cockpit/plugin/base/default/";
    for (JsonNode row : cockpit.get(plugin + "process-definition/statistics").json()) {
      assertThat(row.path("instances").asInt())
          .as(row.toString())
          .isEqualTo(row.path("key").asText().equals(PolicyQuestionProcess.KEY) ? 1 : 0);
    }
    JsonNode instances = cockpit.post(plugin + "process-instance", Map.of()).json();
    assertThat(instances).hasSize(1);
    assertThat(
            cockpit.post(plugin + "process-instance/count", Map.of()).json().path("count").asInt())
        .isEqualTo(1);
    String engine = "/camunda/api/engine/engine/default/";
    assertThat(cockpit.get(engine + "task/count").json().path("count").asInt()).isEqualTo(1);
    assertThat(cockpit.get(engine + "metrics/activity-instance-start/sum").status()).isEqualTo(403);
  }

  @Test
  void aSavedFilterOfTasklistShowsTheOwnDistrictOnly() {
    int filters = 0;
    for (JsonNode filter : as("xs-office-1").get("/engine-rest/filter").json()) {
      String path = "/engine-rest/filter/" + filter.path("id").asText();
      for (JsonNode task : as("xs-office-1").get(path + "/list").json()) {
        assertThat(task.path("tenantId").asText()).isEqualTo("xiangshan");
      }
      assertThat(as("xs-office-1").get(path + "/count").json().path("count").asInt())
          .isLessThanOrEqualTo(1);
      filters++;
    }
    assertThat(filters).isEqualTo(4);
  }

  @Test
  void aTaskOfTheOtherDistrictIsOutOfReach() {
    Task task = tasks(VERIFY_BY_ENUMERATOR).listPage(0, 1).get(0);
    String path = "/engine-rest/task/" + task.getId();
    for (String user : List.of("xs-lead", "xs-office-1")) {
      assertThat(as(user).get(path).status()).isEqualTo(404);
      assertThat(as(user).get(path + "/variables").status()).isGreaterThanOrEqualTo(400);
      assertThat(as(user).get(path + "/form").status()).isGreaterThanOrEqualTo(400);
      for (String action : List.of("/claim", "/complete", "/assignee", "/delegate")) {
        assertThat(as(user).post(path + action, Map.of("userId", user)).status())
            .as(action)
            .isGreaterThanOrEqualTo(400);
      }
      assertThat(
              as(user).get("/engine-rest/process-instance/" + task.getProcessInstanceId()).status())
          .isIn(403, 404);
    }
    assertThat(tasks(VERIFY_BY_ENUMERATOR).taskId(task.getId()).taskUnassigned().count())
        .isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        PolicyQuestionProcess.KEY,
        CensusProcess.KEY,
        CrossCheckProcess.KEY,
        AreaRecheckProcess.KEY
      })
  void nothingCanBeStartedForTheOtherDistrict(String process) {
    for (String user : List.of("xs-lead", "xs-office-1")) {
      assertThat(as(user).post(START.formatted(process), question("haicang")).status())
          .isEqualTo(403);
      assertThat(
              as(user)
                  .post(
                      "/engine-rest/process-definition/key/%s/tenant-id/haicang/start"
                          .formatted(process),
                      question("haicang"))
                  .status())
          .isGreaterThanOrEqualTo(400);
    }
  }

  @Test
  void aMessageDoesNotReachTheOtherDistrict() {
    Map<String, Object> message = Map.of("messageName", RECHECKS_COMPLETED);
    assertThat(waitingForRechecks()).isEqualTo(1);
    assertThat(as("xs-lead").post("/engine-rest/message", message).status()).isEqualTo(403);
    assertThat(as("admin").post("/engine-rest/message", message).status()).isEqualTo(403);
    assertThat(waitingForRechecks()).isEqualTo(1);
  }

  private long waitingForRechecks() {
    return engine()
        .getRuntimeService()
        .createEventSubscriptionQuery()
        .eventName(RECHECKS_COMPLETED)
        .count();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/policy-answers?district=haicang",
        "/api/cross-checks/haicang-2020/report",
        "/api/cross-checks/haicang-2020/figures?unit=health",
        "/api/requests/haicang-2020-births/receipt"
      })
  void theProgramsOwnInterfaceIsClosedToo(String path) {
    for (String user : List.of("xs-lead", "xs-office-1", "xs-health")) {
      assertThat(as(user).get(path).status()).isEqualTo(403);
    }
  }

  @Test
  void aUserOfOneDistrictDoesNotFindThoseOfTheOther() {
    assertThat(as("xs-lead").get("/engine-rest/user").body()).doesNotContain("hc-");
    assertThat(as("xs-lead").get("/engine-rest/group").body()).doesNotContain("haicang-");
    assertThat(as("xs-lead").get("/engine-rest/tenant").body()).doesNotContain("haicang");
  }
}
