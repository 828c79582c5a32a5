package org.censusflow.registration.field.workflow;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;
import org.censusflow.base.process.registration.RegistrationAcceptanceProcess;
import org.censusflow.registration.field.Acceptances;
import org.springframework.stereotype.Component;

/** Starts the acceptance of what has become ready, in the transaction that made it so. */
@Component
class AcceptanceStarts {

  private final RuntimeService runtime;

  AcceptanceStarts(RuntimeService runtime) {
    this.runtime = runtime;
  }

  static String key(String censusId, Acceptances.Unit unit) {
    return censusId + "/" + unit.level() + "/" + unit.code();
  }

  void start(DelegateExecution execution, Acceptances.Unit unit) {
    String censusId = FieldInstance.census(execution);
    ProcessInstantiationBuilder start =
        runtime
            .createProcessInstanceByKey(RegistrationAcceptanceProcess.KEY)
            .businessKey(key(censusId, unit))
            .setVariable("district", execution.getTenantId())
            .setVariable("censusId", censusId)
            .setVariable("level", unit.level().name())
            .setVariable("unitCode", unit.code())
            .setVariable("taskSubject", unit.level().label() + " " + unit.name());
    if (unit.subdistrict() != null) {
      start.setVariable("subdistrict", unit.subdistrict());
    }
    start.execute();
  }
}
