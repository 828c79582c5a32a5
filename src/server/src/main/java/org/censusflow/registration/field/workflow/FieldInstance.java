package org.censusflow.registration.field.workflow;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.censusflow.base.district.District;
import org.censusflow.base.district.Districts;
import org.censusflow.base.form.FormValues;
import org.censusflow.base.task.TaskOrigin;
import org.springframework.stereotype.Component;

/** Which district, census and block an instance is about. */
@Component
class FieldInstance {

  private final Districts districts;

  FieldInstance(Districts districts) {
    this.districts = districts;
  }

  /** The tenant decides, not a variable, which any form could change. */
  District district(DelegateExecution execution) {
    return districts.require(execution.getTenantId());
  }

  static String census(DelegateExecution execution) {
    return TaskOrigin.text(execution, "censusId");
  }

  static String block(DelegateExecution execution) {
    return TaskOrigin.text(execution, "block");
  }

  static String text(DelegateExecution execution, String name) {
    return (String) execution.getVariable(name);
  }

  static int number(DelegateExecution execution, String name) {
    return FormValues.number(execution, name);
  }
}
