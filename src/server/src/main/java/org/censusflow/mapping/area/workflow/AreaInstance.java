package org.censusflow.mapping.area.workflow;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.censusflow.base.district.District;
import org.censusflow.base.district.Districts;
import org.censusflow.base.engine.FormValues;
import org.springframework.stereotype.Component;

/** What an instance of the mapping is about. */
@Component
class AreaInstance {

  private final Districts districts;

  AreaInstance(Districts districts) {
    this.districts = districts;
  }

  /** The tenant decides, not a variable, which any form could change. */
  District district(DelegateExecution execution) {
    return districts.require(execution.getTenantId());
  }

  /** A reminder that went out; the count stands in the instance. */
  static void remind(DelegateExecution execution) {
    execution
        .getProcessInstance()
        .setVariable("reminderCount", FormValues.number(execution, "reminderCount") + 1);
  }

  /** Empty when there is none. */
  static String text(VariableScope scope, String name) {
    return FormValues.text(scope, name, "");
  }
}
