package org.censusflow.progress.workflow;

import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.censusflow.district.District;
import org.censusflow.district.Districts;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Which district, census and block an instance is about, and who did its tasks. */
@Component
class FieldInstance {

  private final Districts districts;
  private final HistoryService history;

  /** Lazy, because the engine asks for its task rules while it starts. */
  FieldInstance(Districts districts, @Lazy HistoryService history) {
    this.districts = districts;
    this.history = history;
  }

  /** The tenant decides, not a variable, which any form could change. */
  District district(DelegateExecution execution) {
    return districts.require(execution.getTenantId());
  }

  static String census(DelegateExecution execution) {
    return text(execution, "censusId");
  }

  static String block(DelegateExecution execution) {
    return text(execution, "block");
  }

  static String text(DelegateExecution execution, String name) {
    return (String) execution.getVariable(name);
  }

  static int number(DelegateExecution execution, String name) {
    return execution.getVariable(name) instanceof Number number ? number.intValue() : 0;
  }

  /**
   * The account that completed the task last in this instance.
   *
   * @return null when nobody did, or nobody had claimed it
   */
  String doer(DelegateExecution execution, String taskDefinitionKey) {
    List<HistoricTaskInstance> done =
        history
            .createHistoricTaskInstanceQuery()
            .processInstanceId(execution.getProcessInstanceId())
            .taskDefinitionKey(taskDefinitionKey)
            .taskDeleteReason("completed")
            .orderByHistoricTaskInstanceEndTime()
            .desc()
            .listPage(0, 1);
    return done.isEmpty() ? null : done.get(0).getAssignee();
  }
}
