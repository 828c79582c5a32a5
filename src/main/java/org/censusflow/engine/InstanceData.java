package org.censusflow.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;

/** What forms submit and an instance holds, as the types that steps, rules and facades take. */
public final class InstanceData {

  private InstanceData() {}

  /** The variable's text; null when there is none. */
  public static String text(VariableScope scope, String name) {
    Object value = scope.getVariable(name);
    return value == null ? null : value.toString();
  }

  /** A count; a field that was left empty or hidden counts nothing. */
  public static int number(VariableScope scope, String name) {
    return scope.getVariable(name) instanceof Number number ? number.intValue() : 0;
  }

  public static boolean flag(VariableScope scope, String name) {
    return Boolean.TRUE.equals(scope.getVariable(name));
  }

  /** A day as a date field submits it; null when the field is empty or holds no day. */
  public static LocalDate day(VariableScope scope, String name) {
    String text = text(scope, name);
    try {
      return text == null || text.length() < 10 ? null : LocalDate.parse(text.substring(0, 10));
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /** A moment as a field for date and time submits it; null when it is empty or no moment. */
  public static Instant moment(VariableScope scope, String name) {
    String text = text(scope, name);
    try {
      return text == null ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /** The chosen values of a tag list, each once. */
  public static List<String> chosen(VariableScope scope, String name) {
    List<String> values = new ArrayList<>();
    if (scope.getVariable(name) instanceof SpinJsonNode json && json.isArray()) {
      json.elements().forEach(value -> values.add(value.stringValue()));
    }
    return values.stream().distinct().toList();
  }

  /** Options of a list in a form, as a variable. */
  public static <T> Object options(
      List<T> items, Function<T, String> label, Function<T, String> value) {
    SpinJsonNode options = Spin.JSON("[]");
    for (T item : items) {
      SpinJsonNode option = Spin.JSON("{}");
      option.prop("label", label.apply(item)).prop("value", value.apply(item));
      options.append(option);
    }
    return options;
  }

  /** Who completed a task of the instance last; null when nobody did, or nobody had claimed it. */
  public static String completedBy(DelegateExecution execution, String task) {
    return execution
        .getProcessEngineServices()
        .getHistoryService()
        .createHistoricTaskInstanceQuery()
        .processInstanceId(execution.getProcessInstanceId())
        .taskDefinitionKey(task)
        .taskDeleteReason("completed")
        .orderByHistoricTaskInstanceEndTime()
        .desc()
        .listPage(0, 1)
        .stream()
        .map(HistoricTaskInstance::getAssignee)
        .findFirst()
        .orElse(null);
  }
}
