package org.censusflow.governance.workflow;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.censusflow.district.Group;

/** What the steps of this package ask of the instance that they run in. */
final class Instance {

  private Instance() {}

  static String text(VariableScope scope, String name) {
    Object value = scope.getVariable(name);
    return value == null ? null : value.toString();
  }

  static long number(VariableScope scope, String name) {
    return ((Number) scope.getVariable(name)).longValue();
  }

  /** The chosen values of a tag list. */
  static List<String> chosen(VariableScope scope, String name) {
    List<String> values = new ArrayList<>();
    if (scope.getVariable(name) instanceof SpinJsonNode json && json.isArray()) {
      json.elements().forEach(value -> values.add(value.stringValue()));
    }
    return values.stream().distinct().toList();
  }

  /** Options of a list in a form. */
  static <T> SpinJsonNode options(
      List<T> items, Function<T, String> label, Function<T, String> value) {
    SpinJsonNode options = Spin.JSON("[]");
    for (T item : items) {
      SpinJsonNode option = Spin.JSON("{}");
      option.prop("label", label.apply(item)).prop("value", value.apply(item));
      options.append(option);
    }
    return options;
  }

  static SpinJsonNode groupOptions(List<Group> groups) {
    return options(groups, Group::name, Group::key);
  }

  /** Whether a form's date is one. */
  static boolean isDate(Object value) {
    try {
      return value != null && LocalDate.parse(value.toString()) != null;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  /** Who completed a task of the instance last; null when nobody had claimed it. */
  static String completedBy(DelegateExecution execution, String task) {
    return execution
        .getProcessEngineServices()
        .getHistoryService()
        .createHistoricTaskInstanceQuery()
        .processInstanceId(execution.getProcessInstanceId())
        .taskDefinitionKey(task)
        .finished()
        .orderByHistoricTaskInstanceEndTime()
        .desc()
        .listPage(0, 1)
        .stream()
        .map(HistoricTaskInstance::getAssignee)
        .findFirst()
        .orElse(null);
  }
}
