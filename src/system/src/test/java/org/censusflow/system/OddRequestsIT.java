package org.censusflow.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.censusflow.base.process.governance.PolicyQuestionProcess.*;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.task.Task;
import org.censusflow.system.Rest.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests to the engine's REST that no client of an office sends, and two at the same moment. */
class OddRequestsIT extends SystemTest {

  private static final String OFFICE = "hc-office-1";

  @BeforeEach
  void theRechecksAreWaiting() {
    awaitRechecks();
  }

  /** What was approved has to be there when it is published. */
  @Test
  void aValueThatWouldBeGoneAfterwardsIsNotTaken() {
    Map<String, Object> gone =
        Map.of("value", "样例", "type", "String", "valueInfo", Map.of("transient", true));
    Answer start =
        as("hc-education")
            .post(
                "/engine-rest/process-definition/key/PolicyQuestion/start",
                Map.of("variables", Map.of("subject", gone)));
    assertThat(start.status()).isEqualTo(400);
    assertThat(start.message()).startsWith("CF-E144");
    Task task = claimed();
    Answer complete =
        as(OFFICE)
            .post(
                "/engine-rest/task/" + task.getId() + "/complete",
                Map.of("variables", Map.of("questionLevel", gone)));
    assertThat(complete.status()).isEqualTo(400);
    unclaim(task);
  }

  @Test
  void aQueryThatAsksTooMuchIsRefusedBeforeItCosts() {
    Map<String, Object> variable = Map.of("name", "district", "operator", "like", "value", "%");
    for (Map<String, Object> query :
        List.<Map<String, Object>>of(
            Map.of("processVariables", Collections.nCopies(900, variable)),
            Map.of("processVariables", Collections.nCopies(40, variable)),
            Map.of("orQueries", Collections.nCopies(8000, Map.of("name", "a"))))) {
      assertThat(as("hc-education").post("/engine-rest/task/count", query).status()).isEqualTo(400);
    }
    String many = String.join(",", Collections.nCopies(200, "district_like_x"));
    assertThat(as("hc-education").get("/engine-rest/task/count?processVariables=" + many).status())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({
    "hc-education, /engine-rest/task, null",
    "hc-education, /engine-rest/task/count, null",
    "hc-education, /engine-rest/group, null",
    "hc-education, /engine-rest/process-definition/key/PolicyQuestion/start, null",
    "hc-education, /engine-rest/identity/password-policy, {}",
    "hc-health, /engine-rest/external-task/fetchAndLock, {}",
    "hc-health, /engine-rest/external-task/none/failure, {}",
    "hc-health, /engine-rest/external-task/none/complete, {}",
    "admin, /engine-rest/migration/execute, {}",
    "hc-lead, /engine-rest/process-instance, []"
  })
  void whatLacksSomethingIsTheCallersToCorrect(String user, String path, String body) {
    Answer answer = as(user).postBytes(path, body.getBytes(StandardCharsets.UTF_8));
    assertThat(answer.status()).as(answer.body()).isIn(400, 403);
    assertThat(answer.body()).doesNotContain("NullPointer", "StackOverflow", "org.camunda");
  }

  @Test
  void aStartNamesNeitherACaseNorWhatToSkip() {
    for (Map<String, Object> start :
        List.<Map<String, Object>>of(
            Map.of("caseInstanceId", "x"),
            Map.of("businessKey", "x"),
            Map.of("skipCustomListeners", true),
            Map.of("skipIoMappings", true))) {
      assertThat(
              as("hc-education")
                  .post("/engine-rest/process-definition/key/PolicyQuestion/start", start)
                  .status())
          .isEqualTo(400);
    }
  }

  @Test
  void ofTwoWhoClaimOrCompleteAtOnceOneIsToldThatTheOtherWasFirst() throws Exception {
    Task task = task();
    String path = "/engine-rest/task/" + task.getId();
    List<Answer> claims =
        atOnce(
            () -> as(OFFICE).post(path + "/claim", Map.of("userId", OFFICE)),
            () -> as("hc-office-2").post(path + "/claim", Map.of("userId", "hc-office-2")));
    assertThat(claims).filteredOn(it -> it.status() == 204).hasSize(1);
    assertThat(claims).allMatch(it -> it.status() < 500);
    String winner =
        engine()
            .getTaskService()
            .createTaskQuery()
            .taskId(task.getId())
            .singleResult()
            .getAssignee();
    Callable<Answer> complete =
        () ->
            as(winner)
                .post(
                    path + "/complete",
                    Map.of(
                        "variables",
                        Map.of(
                            "questionLevel", Map.of("value", "routine", "type", "String"),
                            "routingNote", Map.of("value", "样例", "type", "String"))));
    assertThat(atOnce(complete, complete, complete)).allMatch(it -> it.status() < 500);
  }

  @Test
  void anAdministratorKeepsTheOwnName() {
    assertThat(
            as("admin")
                .put(
                    "/engine-rest/user/admin/profile",
                    Map.of("id", "admin", "firstName", "x", "lastName", "y"))
                .status())
        .isEqualTo(403);
  }

  @Test
  void whoSeesATaskNotesSomethingAndReadsIt() {
    String task = "/engine-rest/task/" + task().getId();
    assertThat(as(OFFICE).post(task + "/comment/create", Map.of("message", "已电话联系")).status())
        .isEqualTo(200);
    assertThat(as("hc-office-2").get(task + "/comment").json().findValuesAsText("message"))
        .contains("已电话联系");
    assertThat(as("hc-education").get(task + "/comment").status()).isIn(403, 404);
    assertThat(
            as(OFFICE).get("/engine-rest/history/user-operation?taskId=" + task().getId()).status())
        .isEqualTo(200);
  }

  private Task task() {
    return tasks(ROUTE_QUESTION).tenantIdIn("haicang").listPage(0, 1).get(0);
  }

  private Task claimed() {
    Task task = task();
    as(OFFICE).post("/engine-rest/task/" + task.getId() + "/claim", Map.of("userId", OFFICE));
    return task;
  }

  private void unclaim(Task task) {
    as(OFFICE).post("/engine-rest/task/" + task.getId() + "/unclaim", Map.of());
  }

  @SafeVarargs
  private static List<Answer> atOnce(Callable<Answer>... calls) throws Exception {
    ExecutorService people = Executors.newFixedThreadPool(calls.length);
    try {
      List<Answer> answers = new java.util.ArrayList<>();
      for (Future<Answer> one : people.invokeAll(List.of(calls))) {
        answers.add(one.get());
      }
      return answers;
    } finally {
      people.shutdownNow();
    }
  }
}
