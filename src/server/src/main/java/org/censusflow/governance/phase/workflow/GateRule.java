package org.censusflow.governance.phase.workflow;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.censusflow.base.district.Districts;
import org.censusflow.base.engine.AsProgram;
import org.censusflow.base.engine.TaskRefused;
import org.censusflow.base.process.CensusProcess;
import org.censusflow.base.task.TaskRule;
import org.springframework.stereotype.Component;

/** The leading group may open the registration only when the gate holds, or with a reason. */
@Component
class GateRule implements TaskRule {

  private final Districts districts;
  private final RegistrationGate gate;
  private final AsProgram asProgram;

  GateRule(Districts districts, RegistrationGate gate, AsProgram asProgram) {
    this.districts = districts;
    this.gate = gate;
    this.asProgram = asProgram;
  }

  @Override
  public boolean appliesTo(String taskDefinitionKey) {
    return CensusProcess.DECIDE_REGISTRATION.equals(taskDefinitionKey);
  }

  @Override
  public void check(DelegateTask task) {
    Object decision = task.getVariable("gateDecision");
    if ("open".equals(decision) && !holds(task)) {
      throw new TaskRefused("CF-E201 有指标未达标，不能直接开启登记：请选择“强制开启”并说明理由，或者“暂不开启”。");
    }
    Object reason = task.getVariable("gateReason");
    if (!"open".equals(decision) && (reason == null || reason.toString().isBlank())) {
      throw new TaskRefused("CF-E202 请说明理由。");
    }
  }

  /** As the program: whoever decides need not see every dispute. */
  private boolean holds(DelegateTask task) {
    return asProgram.run(() -> gate.measure(districts.require(task.getTenantId())).hold());
  }
}
