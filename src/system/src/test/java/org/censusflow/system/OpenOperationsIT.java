package org.censusflow.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.admin.impl.plugin.resources.AdminPluginsRootResource;
import org.camunda.bpm.admin.impl.web.SetupResource;
import org.camunda.bpm.cockpit.impl.plugin.resources.BaseRootResource;
import org.camunda.bpm.cockpit.impl.plugin.resources.CockpitPluginsRootResource;
import org.camunda.bpm.engine.rest.impl.NamedProcessEngineRestServiceImpl;
import org.camunda.bpm.tasklist.impl.plugin.resources.TasklistPluginsRootResource;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthenticationResource;
import org.camunda.bpm.welcome.impl.plugin.resources.WelcomePluginsRootResource;
import org.censusflow.base.operations.OpenOperations;
import org.censusflow.base.operations.RestOperations;
import org.censusflow.system.Rest.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every operation that the engine and its web applications serve, asked by every kind of account on
 * every path that leads there: what the list does not open to the account is refused.
 */
class OpenOperationsIT extends SystemTest {

  private static final String NAMED_ENGINE = "/engine/{name}";

  /** One account of every kind, with the name of its kind in the list. */
  private static final Map<String, String> KINDS =
      Map.of(
          "hc-songyu-enumerator-1", "enumerators",
          "hc-songyu-supervisor-1", "supervisors",
          "hc-songyu-office", "subdistrict-office",
          "hc-health", "unit",
          "hc-office-1", "census-office",
          "hc-lead", "census-leads",
          "hc-leading-1", "leading-group",
          "xs-lead", "census-leads",
          "admin", "administrator");

  private final OpenOperations list = OpenOperations.read();

  @BeforeEach
  void theRechecksAreWaiting() {
    awaitRechecks();
  }

  /** Behind {@code /engine-rest} and, with the engine's name, on two more paths. */
  private static Set<String> engineOperations() {
    Set<String> operations = new TreeSet<>();
    RestOperations.of("", NamedProcessEngineRestServiceImpl.class)
        .forEach(operation -> operations.add(operation.replace(NAMED_ENGINE, "")));
    operations.remove("GET /");
    return operations;
  }

  private static Set<String> webApplications() {
    Set<String> operations = new TreeSet<>();
    operations.addAll(
        RestOperations.of(
            "/camunda/api/cockpit", BaseRootResource.class, CockpitPluginsRootResource.class));
    operations.addAll(
        RestOperations.of(
            "/camunda/api/admin",
            AdminPluginsRootResource.class,
            SetupResource.class,
            UserAuthenticationResource.class));
    operations.addAll(
        RestOperations.of("/camunda/api/tasklist", TasklistPluginsRootResource.class));
    operations.addAll(RestOperations.of("/camunda/api/welcome", WelcomePluginsRootResource.class));
    return operations;
  }

  @Test
  void theListNamesOperationsThatExist() {
    Set<String> served = new TreeSet<>();
    Stream.concat(engineOperations().stream(), webApplications().stream())
        .forEach(it -> served.add(shape(it)));
    Set<String> open = new TreeSet<>();
    list.entries()
        .forEach(entry -> entry.operations().forEach(it -> open.add(shape(it.toString()))));
    open.removeIf(it -> it.contains("/plugin/{}/static/"));
    assertThat(served).containsAll(open).hasSizeGreaterThan(400);
  }

  @Test
  void whatTheListDoesNotOpenIsRefusedOnEveryPath() {
    List<String> wrong = new ArrayList<>();
    KINDS.entrySet().stream()
        .parallel()
        .forEach(
            account -> {
              Rest rest = as(account.getKey());
              Rest session = session(account.getKey());
              for (String operation : engineOperations()) {
                if (!isOpen(operation, account.getValue())) {
                  collect(account.getKey(), rest, operation, "/engine-rest", wrong);
                  collect(account.getKey(), rest, operation, "/engine-rest/engine/default", wrong);
                  collect(
                      account.getKey(),
                      session,
                      operation,
                      "/camunda/api/engine/engine/default",
                      wrong);
                }
              }
              for (String operation : webApplications()) {
                if (!isOpen(operation, account.getValue())) {
                  collect(account.getKey(), session, operation, "", wrong);
                }
              }
            });
    assertThat(wrong).isEmpty();
  }

  @Test
  void withoutALoginNothingIsOpenButTheLogin() {
    List<String> wrong = new ArrayList<>();
    for (String operation : engineOperations()) {
      collect("nobody", nobody(), operation, "/engine-rest", wrong);
      collect("nobody", nobody(), operation, "/engine-rest/engine/default", wrong);
      if (!operation.equals("GET /engine")) {
        collect("nobody", nobody(), operation, "/camunda/api/engine/engine/default", wrong);
      }
    }
    for (String operation : webApplications()) {
      if (!isOpen(operation, "anybody")) {
        collect("nobody", nobody(), operation, "", wrong);
      }
    }
    assertThat(wrong).isEmpty();
  }

  /**
   * What is open is not stopped at its commands: every operation that reads, with things that are
   * there.
   */
  @Test
  void whatIsOpenRunsTheCommandsThatItNeeds() {
    OwnIds own = OwnIds.of(this);
    List<String> wrong = new ArrayList<>();
    KINDS.forEach(
        (user, kind) -> {
          for (String operation : engineOperations()) {
            if (operation.startsWith("GET ") && isOpen(operation, kind)) {
              own.read(as(user), user, operation, wrong);
            }
          }
        });
    assertThat(wrong).isEmpty();
  }

  /**
   * Open operations called with an id that is not there and with one of the other district: both
   * are answered alike, and neither as a technical error.
   */
  @Test
  void aForeignIdIsAnsweredLikeOneThatIsNotThere() {
    ForeignIds foreign = ForeignIds.of(this);
    List<String> wrong = new ArrayList<>();
    KINDS.forEach(
        (user, kind) -> {
          if (!user.startsWith("hc-")) {
            return;
          }
          for (String operation : engineOperations()) {
            if (isOpen(operation, kind) && operation.contains("{")) {
              foreign.compare(as(user), user, operation, wrong);
            }
          }
        });
    assertThat(wrong).isEmpty();
  }

  private Rest session(String user) {
    WebappSession session = WebappSession.login(address(), user, "Census-2020");
    return nobody().with("Cookie", session.cookies()).with("X-XSRF-TOKEN", session.token());
  }

  private boolean isOpen(String operation, String kind) {
    return list.entries().stream()
        .filter(entry -> entry.roles().contains(kind) || entry.roles().contains("anybody"))
        .flatMap(entry -> entry.operations().stream())
        .anyMatch(
            it ->
                shape(it.toString()).equals(shape(operation))
                    || coversStatic(it.toString(), operation));
  }

  private static boolean coversStatic(String open, String operation) {
    return open.contains("/static/app/") && operation.contains("/static/{file}");
  }

  private static void collect(
      String who, Rest rest, String operation, String at, List<String> wrong) {
    String[] parts = operation.split(" ", 2);
    Answer answer = rest.sendJson(parts[0], at + parts[1].replaceAll("\\{[^}]+}", "x"), Map.of());
    if (!Set.of(401, 403, 404).contains(answer.status())) {
      synchronized (wrong) {
        wrong.add(who + ": " + parts[0] + " " + at + parts[1] + " answers " + answer.status());
      }
    }
  }

  /** Without the names of the parameters. */
  private static String shape(String operation) {
    return operation.replaceAll("\\{[^}]+}", "{}");
  }
}
