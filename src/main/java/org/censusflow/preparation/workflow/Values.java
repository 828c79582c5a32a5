package org.censusflow.preparation.workflow;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.camunda.bpm.engine.delegate.VariableScope;

/** What forms submit, as the types that the facades take. */
final class Values {

  private Values() {}

  static String text(VariableScope scope, String name) {
    Object value = scope.getVariable(name);
    return value == null ? null : value.toString();
  }

  /** A count; a field left empty or hidden counts nothing. */
  static int number(VariableScope scope, String name) {
    return scope.getVariable(name) instanceof Number number ? number.intValue() : 0;
  }

  static long amount(VariableScope scope, String name) {
    return scope.getVariable(name) instanceof Number number ? number.longValue() : 0;
  }

  static boolean flag(VariableScope scope, String name) {
    return Boolean.TRUE.equals(scope.getVariable(name));
  }

  /**
   * A day as a date field submits it: {@code 2020-03-31}, or with a time behind it.
   *
   * @return null when the field is empty or no day
   */
  static LocalDate day(VariableScope scope, String name) {
    String text = text(scope, name);
    if (text == null || text.length() < 10) {
      return null;
    }
    try {
      return LocalDate.parse(text.substring(0, 10));
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
