package org.censusflow.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.censusflow.base.process.crosscheck.AreaRecheckProcess.*;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.censusflow.system.Rest.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What comes in is never carried out: neither a variable that names a class to be made of it, nor
 * an expression in a query. Each attack would leave a file behind, or a right.
 */
class CodeFromOutsideIT extends SystemTest {

  private static final String ENUMERATOR = "hc-songyu-enumerator-1";

  @TempDir private Path traces;

  @BeforeEach
  void theRechecksAreWaiting() {
    awaitRechecks();
  }

  /** A variable that makes an object of a class, whose setters and getters connect and run SQL. */
  private Map<String, Object> gadget(String type, String urlField, String trace) {
    String url =
        "jdbc:h2:mem:%s;INIT=CALL FILE_WRITE('00', '%s')"
            .formatted(trace, traces.resolve(trace).toString().replace("\\", "/"));
    String json = "{\"%s\":\"%s\",\"driverClassName\":\"org.h2.Driver\"}".formatted(urlField, url);
    return Map.of(
        "type",
        "Object",
        "value",
        json,
        "valueInfo",
        Map.of("objectTypeName", type, "serializationDataFormat", "application/json"));
  }

  @ParameterizedTest
  @CsvSource({
    "org.springframework.jdbc.datasource.DriverManagerDataSource, url",
    "org.springframework.jdbc.datasource.SimpleDriverDataSource, url",
    "com.zaxxer.hikari.HikariDataSource, jdbcUrl",
    "org.h2.jdbcx.JdbcDataSource, url"
  })
  void aVariableThatNamesAClassIsTakenByNoDoor(String type, String field) {
    Task task = own();
    String path = "/task/" + task.getId();
    Map<String, Object> gadget = gadget(type, field, "door");
    Map<String, Object> named = Map.of("variables", Map.of("probe", gadget));
    for (String engine : List.of("/engine-rest", "/engine-rest/engine/default")) {
      Rest rest = as(ENUMERATOR);
      for (Answer answer :
          List.of(
              rest.put(engine + path + "/localVariables/probe", gadget),
              rest.put(engine + path + "/variables/probe", gadget),
              rest.post(engine + path + "/variables", Map.of("modifications", Map.of("p", gadget))),
              rest.post(engine + path + "/complete", named),
              rest.post(engine + path + "/submit-form", named),
              rest.post(engine + path + "/resolve", named),
              as("hc-education")
                  .post(
                      engine + "/process-definition/key/PolicyQuestion/start",
                      Map.of(
                          "withVariablesInReturn", true, "variables", Map.of("probe", gadget))))) {
        assertThat(answer.status()).as(answer.body()).isIn(400, 403);
      }
      rest.get(engine + path + "/variables");
    }
    assertThat(traces).isEmptyDirectory();
  }

  /** Even one that is stored already, by whatever way, is not made an object of. */
  @ParameterizedTest
  @CsvSource({
    "org.springframework.jdbc.datasource.DriverManagerDataSource, url",
    "com.zaxxer.hikari.HikariDataSource, jdbcUrl",
    "org.h2.jdbcx.JdbcDataSource, url"
  })
  void aStoredObjectOfAnotherClassIsNotMade(String type, String field) {
    Task task = own();
    Map<String, Object> gadget = gadget(type, field, "stored");
    engine()
        .getTaskService()
        .setVariableLocal(
            task.getId(),
            "planted",
            Variables.serializedObjectValue((String) gadget.get("value"))
                .objectTypeName(type)
                .serializationDataFormat("application/json")
                .create());
    as(ENUMERATOR).get("/engine-rest/task/" + task.getId() + "/variables");
    as(ENUMERATOR).get("/engine-rest/task/" + task.getId() + "/form-variables");
    as("hc-lead").get("/engine-rest/variable-instance?variableName=planted");
    as("hc-lead")
        .get("/engine-rest/process-instance/" + task.getProcessInstanceId() + "/variables");
    as("admin").get("/engine-rest/variable-instance?variableName=planted");
    engine().getTaskService().removeVariableLocal(task.getId(), "planted");
    assertThat(traces).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${''.getClass().forName('java.lang.Runtime').getMethod('getRuntime').invoke(null).exec('touch @').toString()}",
        "${identityService.createMembership('hc-education','camunda-admin')}x",
        "${now().getClass().getClassLoader().loadClass('java.lang.ProcessBuilder').getName()}",
        "${jdbcTemplate.update('delete from person_version')}",
        "#{currentUserGroups().getClass()}"
      })
  void anExpressionInAQueryIsRefusedHoweverDeepItStands(String attack) {
    String expression = attack.replace("@", traces.resolve("ran").toString());
    Map<String, Object> direct = Map.of("assigneeExpression", expression);
    Map<String, Object> nested = Map.of("orQueries", List.of(direct));
    Map<String, Object> both =
        Map.of("name", "x", "orQueries", List.of(Map.of("nameLike", "x"), direct));
    for (String user : List.of("hc-education", ENUMERATOR, "xs-lead", "admin")) {
      Rest rest = as(user);
      String filter =
          as("hc-education").get("/engine-rest/filter").json().path(0).path("id").asText();
      for (Map<String, Object> query : List.of(direct, nested, both)) {
        for (String path :
            List.of(
                "/task",
                "/task/count",
                "/filter/" + filter + "/list",
                "/filter/" + filter + "/count")) {
          Answer answer = rest.post("/engine-rest" + path, query);
          assertThat(answer.status()).as(user + path + answer.body()).isIn(400, 403);
        }
        assertThat(
                as("hc-education")
                    .post(
                        "/engine-rest/filter/create",
                        Map.of("resourceType", "Task", "name", "probe", "query", query))
                    .status())
            .isEqualTo(403);
      }
    }
    assertThat(traces).isEmptyDirectory();
    assertThat(
            engine()
                .getIdentityService()
                .createGroupQuery()
                .groupMember("hc-education")
                .groupId("camunda-admin")
                .count())
        .isZero();
    assertThat(jdbc().sql("select count(*) from person_version").query(Long.class).single())
        .isPositive();
  }

  /** Should one come in all the same, it reaches nothing. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "${''.getClass()}",
        "${[1].class.name}",
        "${identityService}",
        "${jdbcTemplate}",
        "${dataSource.connection}",
        "${groups.getClass()}",
        "${deadlines.class}",
        "${execution.processEngineServices}",
        "${execution.getProcessEngine()}",
        "${task.execution}"
      })
  void anExpressionReachesNeitherReflectionNorTheEngine(String expression) {
    Task task = own();
    ProcessEngineConfigurationImpl engine =
        (ProcessEngineConfigurationImpl) engine().getProcessEngineConfiguration();
    assertThatThrownBy(
            () ->
                engine
                    .getCommandExecutorTxRequired()
                    .execute(
                        context ->
                            engine
                                .getExpressionManager()
                                .createExpression(expression)
                                .getValue(
                                    context
                                        .getTaskManager()
                                        .findTaskById(task.getId())
                                        .getExecution())))
        .as(expression)
        .isNotNull();
  }

  @Test
  void anAdministratorDeploysNothingOverTheNetwork() {
    for (String path :
        List.of(
            "/engine-rest/deployment/create",
            "/engine-rest/engine/default/deployment/create",
            "/engine-rest/process-instance/x/modification",
            "/engine-rest/process-instance/x/variables")) {
      assertThat(as("admin").post(path, Map.of()).status()).as(path).isEqualTo(403);
    }
  }

  /** A recheck that the enumerator sees. */
  private Task own() {
    return tasks(VERIFY_BY_ENUMERATOR).list().stream()
        .filter(task -> variable(task, "subdistrict").equals("songyu"))
        .findFirst()
        .orElseThrow();
  }
}
