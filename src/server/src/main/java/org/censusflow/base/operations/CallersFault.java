package org.censusflow.base.operations;

import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLSyntaxErrorException;
import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.ProcessEnginePersistenceException;

/**
 * Tells what the engine can make nothing of from a fault of the program, where the engine itself
 * takes both for a technical error: by what failed, and by where.
 */
final class CallersFault {

  private static final String ENGINE = "org.camunda.bpm.";
  private static final String PROGRAM = "org.censusflow.";

  /** What runs the steps, the expressions and the scripts of a model. */
  private static final List<String> MODEL =
      List.of(
          ENGINE + "engine.impl.pvm.",
          ENGINE + "engine.impl.el.",
          ENGINE + "engine.impl.scripting.",
          ENGINE + "impl.juel.");

  /** Classes of SQL states, as the standard has them. */
  private static final String DATA = "22";

  private static final String CONSTRAINT = "23";
  private static final String SYNTAX_OR_NAME = "42";

  private static final String UNIQUE = "23505";
  private static final String NO_RIGHT = "42501";

  private CallersFault() {}

  /**
   * @param reads whether the command only reads
   */
  static boolean is(RuntimeException failure, boolean reads) {
    Throwable cause = failure;
    while (cause.getCause() != null && !(cause instanceof SQLException)) {
      cause = cause.getCause();
    }
    if (cause instanceof SQLException sql) {
      return failure instanceof ProcessEnginePersistenceException && isOfValues(sql, reads);
    }
    return isOfEngine(cause.getStackTrace());
  }

  /** Something of the same key is there already. */
  static boolean isTwice(Throwable cause) {
    return cause instanceof SQLException sql && UNIQUE.equals(sql.getSQLState());
  }

  /**
   * What the database says of the engine's own statements: a number or a day out of range, or a
   * query composed of conditions that do not go together, for which the engine writes no right SQL.
   */
  private static boolean isOfValues(SQLException sql, boolean reads) {
    String state = String.valueOf(sql.getSQLState());
    return sql instanceof SQLDataException
        || state.startsWith(DATA)
        || state.startsWith(CONSTRAINT)
        || reads && isOfComposition(sql, state);
  }

  /** H2 has states of its own for some of them, PostgreSQL has no classes of exceptions. */
  private static boolean isOfComposition(SQLException sql, String state) {
    return sql instanceof SQLSyntaxErrorException
        || state.startsWith(SYNTAX_OR_NAME) && !state.equals(NO_RIGHT);
  }

  /** The engine itself did not get on with what it was given, before anything of a model ran. */
  private static boolean isOfEngine(StackTraceElement[] trace) {
    List<StackTraceElement> frames =
        Arrays.stream(trace)
            .dropWhile(CallersFault::isOfJava)
            .takeWhile(it -> !it.getClassName().equals(Refusals.class.getName()))
            .toList();
    return !frames.isEmpty()
        && frames.get(0).getClassName().startsWith(ENGINE)
        && frames.stream().noneMatch(CallersFault::isOfModel)
        && frames.stream()
            .filter(it -> it.getClassName().startsWith(PROGRAM))
            .findFirst()
            .map(CallersFault::isInterceptor)
            .orElse(true);
  }

  private static boolean isOfJava(StackTraceElement frame) {
    return frame.getClassName().startsWith("java.") || frame.getClassName().startsWith("jdk.");
  }

  private static boolean isOfModel(StackTraceElement frame) {
    return MODEL.stream().anyMatch(frame.getClassName()::startsWith);
  }

  /** One of ours in the chain in front of the command, which handed it on. */
  private static boolean isInterceptor(StackTraceElement frame) {
    return frame.getMethodName().equals("execute");
  }
}
