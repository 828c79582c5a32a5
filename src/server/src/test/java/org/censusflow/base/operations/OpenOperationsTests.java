package org.censusflow.base.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskCommentsCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.server.PathContainer;

/** The list of what is open, and the page that shows it. */
class OpenOperationsTests {

  private static final Path PAGE = Path.of("docs/engine-rest.md");
  private static final String WRITE = "censusflow.engine-rest.write";

  private final OpenOperations list = OpenOperations.read();

  private List<OpenOperations.Entry> opened(String method, String path, String kind) {
    String operation = EnginePath.operation(path);
    return list.opened(method, PathContainer.parsePath(operation), Set.of(kind));
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /engine-rest/task/a-1, enumerators, true",
    "GET, /engine-rest/engine/default/task/a-1, enumerators, true",
    "GET, /camunda/api/engine/engine/default/task/a-1, enumerators, true",
    "HEAD, /engine-rest/task/a-1, enumerators, true",
    "GET, /engine-rest/engine/other/task/a-1, enumerators, false",
    "DELETE, /engine-rest/task/a-1, enumerators, false",
    "POST, /engine-rest/task/a-1/assignee, census-leads, false",
    "PUT, /engine-rest/task/a-1/localVariables/block, enumerators, false",
    "POST, /engine-rest/external-task/e/complete, unit, true",
    "POST, /engine-rest/external-task/e/complete, census-leads, false",
    "POST, /engine-rest/external-task/e/bpmnError, unit, false",
    "POST, /engine-rest/job/j/execute, administrator, false",
    "GET, /engine-rest/process-definition/statistics, unit, false",
    "GET, /engine-rest/process-definition/statistics, census-leads, true",
    "GET, /engine-rest/history/process-instance/report, census-leads, false",
    "POST, /engine-rest/deployment/create, administrator, false",
    "POST, /camunda/api/admin/setup/default/user/create, administrator, false",
    "POST, /camunda/api/admin/auth/user/default/login/tasklist, none, true"
  })
  void theMostPreciseOperationDecides(String method, String path, String kind, boolean open) {
    assertThat(!opened(method, path, kind).isEmpty()).isEqualTo(open);
  }

  @Test
  void anAccountWithoutAKnownGroupDoesNothing() {
    assertThat(list.opened("GET", PathContainer.parsePath("/task"), Set.of())).isEmpty();
  }

  /** A name that the engine does not have would refuse what the list promises. */
  @Test
  void theListedCommandsExist() throws IOException {
    Set<String> known = EngineCommands.names();
    assertThat(known).containsAll(list.reads());
    list.entries().forEach(entry -> assertThat(known).containsAll(entry.commands()));
  }

  /** No changing command may slip in among those that every operation may run. */
  @Test
  void whatEveryOperationMayRunOnlyReads() {
    assertThat(list.reads())
        .allMatch(
            name ->
                name.matches("Get.*|.*Query(Impl|Cmd)|ExecuteFilter.*|Is.*|.*CheckCmd|.*CountBy.*")
                    || name.equals("CheckPassword"))
        .noneMatch(name -> name.matches("Native.*|.*Stacktrace.*|.*ErrorDetails.*|Metrics.*"));
  }

  /** Named like a reading command of the engine. */
  private static final class GetTaskVariablesCmd implements Command<Void> {

    @Override
    public Void execute(CommandContext context) {
      return null;
    }
  }

  /** Behind the paths: what a command is called by the program itself says nothing of it. */
  @Test
  void aRequestRunsTheEnginesReadingCommandsAndThoseOfItsOperationAndNoOther() {
    Command<?> reading = new GetTaskCommentsCmd("1");
    Command<?> changing = new CompleteTaskCmd("1", Map.of());
    Command<?> ownName = new GetTaskVariablesCmd();
    assertThat(list.reads()).contains("GetTaskCommentsCmd", "GetTaskVariablesCmd");
    assertThat(passed(null, reading, changing, ownName)).hasSize(3);
    assertThat(passed(opened("GET", "/engine-rest/task", "unit"), reading, changing, ownName))
        .containsExactly(reading);
    assertThat(passed(opened("POST", "/engine-rest/task/1/complete", "unit"), reading, changing))
        .containsExactly(reading, changing);
  }

  /** The commands that reach the engine; null for no request from outside. */
  private List<Command<?>> passed(List<OpenOperations.Entry> opened, Command<?>... commands) {
    List<Command<?>> passed = new ArrayList<>();
    OutsideCommands guard = new OutsideCommands(list);
    guard.setNext(
        new CommandInterceptor() {
          @Override
          public <T> T execute(Command<T> command) {
            passed.add(command);
            return null;
          }
        });
    if (opened != null) {
      OutsideCall.begin(new OutsideCall("a request", opened));
    }
    try {
      for (Command<?> command : commands) {
        try {
          guard.execute(command);
        } catch (AuthorizationException refused) {
          assertThat(refused).hasMessageContaining("CF-E141");
        }
      }
    } finally {
      OutsideCall.end();
    }
    return passed;
  }

  @Test
  void thePageSaysWhatTheListSays() throws IOException {
    String page = page();
    if (Boolean.getBoolean(WRITE)) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE))
        .as("Write it again: mvn test -Dtest=OpenOperationsTests -D%s=true", WRITE)
        .isEqualTo(page);
  }

  private String page() {
    StringBuilder page =
        new StringBuilder(
            """
            # What of the engine's REST is open

            Generated from [`engine-operations.yaml`](../src/server/src/main/resources/engine-operations.yaml); change that. Everything that is not
            here is answered with `403` and `CF-E140`, by whichever path it comes: `/engine-rest/…`, `/engine-rest/engine/default/…`, or
            the web applications' `/camunda/api/engine/engine/default/…`. What is here is open to the kinds of accounts that are
            named, each for its own district and for what its groups may see; an id of somebody else's is answered like one that does
            not exist. Variables of the types `Object`, `Bytes`, `File` and `Xml`, expressions in queries, and variables that a form does not
            ask for are taken from nobody.

            """);
    for (OpenOperations.Entry entry : list.entries()) {
      page.append("## ").append(entry.purpose()).append("\n\nFor: ");
      page.append(String.join(", ", entry.roles())).append(".\n\n");
      for (Operation operation : entry.operations()) {
        page.append("- `").append(operation).append("`\n");
      }
      page.append('\n');
    }
    return page.toString().stripTrailing() + "\n";
  }
}
