package org.censusflow.base.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLSyntaxErrorException;
import java.util.Arrays;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.ProcessEnginePersistenceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the caller may correct, and what stays a fault of the program. */
class CallersFaultTests {

  private static final String ENGINE = "org.camunda.bpm.engine.impl.ProcessDefinitionQueryImpl";
  private static final String INTERCEPTOR = "org.censusflow.base.task.StartGuard";

  @ParameterizedTest
  @CsvSource({
    "22003, false, true, a number out of range",
    "22001, false, true, a text too long",
    "23502, false, true, a null where none may be",
    "42000, true, true, conditions of a query that do not go together",
    "42P01, true, true, the same on PostgreSQL",
    "42000, false, false, a change that the engine writes wrongly",
    "42501, true, false, a right that the database's user lacks",
    "08006, true, false, a lost connection",
    "40001, false, false, a deadlock",
    ", true, false, nothing known"
  })
  void theDatabaseTellsWhatIsWrong(String state, boolean reads, boolean callers, String what) {
    SQLException sql = new SQLException("x", state);
    assertThat(
            CallersFault.is(
                new ProcessEnginePersistenceException("x", new RuntimeException(sql)), reads))
        .as(what)
        .isEqualTo(callers);
    assertThat(CallersFault.is(new ProcessEngineException("a step of ours failed", sql), reads))
        .isFalse();
  }

  /** H2 says so by the exception alone. */
  @Test
  void theKindOfTheExceptionTellsItToo() {
    RuntimeException order =
        new ProcessEnginePersistenceException(
            "x", new RuntimeException(new SQLSyntaxErrorException("order by", "90068")));
    assertThat(CallersFault.is(order, true)).isTrue();
    assertThat(CallersFault.is(order, false)).isFalse();
    RuntimeException offset =
        new ProcessEnginePersistenceException(
            "x", new RuntimeException(new SQLDataException("offset", "90008")));
    assertThat(CallersFault.is(offset, false)).isTrue();
  }

  @Test
  void whatTheEngineStumblesOverBeforeAModelRunsIsTheCallers() {
    assertThat(CallersFault.is(thrown(ENGINE + "#checkQueryOk"), true)).isTrue();
    assertThat(
            CallersFault.is(
                thrown(
                    "java.util.Objects#requireNonNull",
                    "jdk.internal.reflect.GeneratedConstructorAccessor7#newInstance",
                    ENGINE + "#checkQueryOk",
                    INTERCEPTOR + "#execute"),
                false))
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "org.censusflow.base.task.TaskRule#check",
    "org.censusflow.base.task.TaskRule#check org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd#execute",
    "java.util.Optional#get org.censusflow.base.task.TaskRule#check",
    ENGINE + "#list org.censusflow.base.task.TaskRule#check " + INTERCEPTOR + "#execute",
    ENGINE + "#list org.camunda.bpm.engine.impl.pvm.runtime.PvmExecutionImpl#start",
    ENGINE + "#list org.camunda.bpm.engine.impl.el.JuelExpression#getValue",
    "org.camunda.bpm.impl.juel.AstProperty#eval " + INTERCEPTOR + "#execute",
    "org.springframework.jdbc.datasource.DataSourceUtils#getConnection " + ENGINE + "#list"
  })
  void whatFailsInTheProgramOrInAModelStaysAFault(String frames) {
    assertThat(CallersFault.is(thrown(frames.split(" ")), true)).isFalse();
  }

  private static RuntimeException thrown(String... frames) {
    RuntimeException failure = new NullPointerException();
    failure.setStackTrace(
        Arrays.stream(frames)
            .map(it -> it.split("#"))
            .map(it -> new StackTraceElement(it[0], it[1], "X.java", 1))
            .toArray(StackTraceElement[]::new));
    return failure;
  }
}
