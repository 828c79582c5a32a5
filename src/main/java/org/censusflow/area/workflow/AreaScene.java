package org.censusflow.area.workflow;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.spin.json.SpinJsonNode;
import org.censusflow.district.District;
import org.censusflow.district.Districts;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What an instance of the mapping is about, what its forms submitted, and who did it. */
@Component
class AreaScene {

  private final Districts districts;
  private final HistoryService history;

  /** Lazy, because the engine asks for its task rules while it starts. */
  AreaScene(Districts districts, @Lazy HistoryService history) {
    this.districts = districts;
    this.history = history;
  }

  /** The tenant decides, not a variable, which any form could change. */
  District district(DelegateExecution execution) {
    return districts.require(execution.getTenantId());
  }

  /** The account that completed the task of the instance last; null when nobody did. */
  String doer(DelegateExecution execution, String taskDefinitionKey) {
    return history
        .createHistoricTaskInstanceQuery()
        .processInstanceId(execution.getProcessInstanceId())
        .taskDefinitionKey(taskDefinitionKey)
        .finished()
        .orderByHistoricTaskInstanceEndTime()
        .desc()
        .listPage(0, 1)
        .stream()
        .map(HistoricTaskInstance::getAssignee)
        .findFirst()
        .orElse(null);
  }

  /** A reminder that went out; the count stands in the instance. */
  static void remind(DelegateExecution execution) {
    execution
        .getProcessInstance()
        .setVariable("reminderCount", number(execution, "reminderCount") + 1);
  }

  static String text(VariableScope scope, String name) {
    Object value = scope.getVariable(name);
    return value == null ? "" : value.toString();
  }

  static int number(VariableScope scope, String name) {
    return scope.getVariable(name) instanceof Number number ? number.intValue() : 0;
  }

  static List<String> chosen(VariableScope scope, String name) {
    List<String> chosen = new ArrayList<>();
    Object value = scope.getVariable(name);
    if (value instanceof SpinJsonNode node && node.isArray()) {
      node.elements().forEach(element -> chosen.add(element.stringValue()));
    } else if (value instanceof List<?> list) {
      list.forEach(element -> chosen.add(String.valueOf(element)));
    }
    return chosen.stream().distinct().toList();
  }
}
