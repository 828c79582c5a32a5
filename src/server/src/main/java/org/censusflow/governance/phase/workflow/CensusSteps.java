package org.censusflow.governance.phase.workflow;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.censusflow.base.district.CensusRegister;
import org.censusflow.base.district.District;
import org.censusflow.base.district.Districts;
import org.springframework.stereotype.Component;

/** The steps of {@code Census}, the umbrella over the phases. */
@Component("censusSteps")
public class CensusSteps {

  private final Districts districts;
  private final CensusRegister censuses;
  private final RegistrationGate gate;

  CensusSteps(Districts districts, CensusRegister censuses, RegistrationGate gate) {
    this.districts = districts;
    this.censuses = censuses;
    this.gate = gate;
  }

  /**
   * Opens the district's census in the data plane, under the id and the reference time of its file.
   */
  public void open(DelegateExecution execution) {
    District district = districts.require(execution.getTenantId());
    String censusId = district.census().id();
    censuses.open(district);
    execution.setProcessBusinessKey(censusId);
    execution.setVariable("district", district.id());
    execution.setVariable("censusId", censusId);
    execution.setVariable("censusName", district.census().name());
    execution.setVariable("districtName", district.name());
    execution.setVariable("referenceTime", district.referenceTime().toLocalDateTime().toString());
  }

  /** Shows the office that submits and the leading group that decides how the gate stands. */
  public void measureGate(DelegateExecution execution) {
    GateFigures figures = gate.measure(districts.require(execution.getTenantId()));
    execution.setVariable("gateHolds", figures.hold());
    execution.setVariable("gateFigures", figures.text());
  }

  /**
   * The leading group opens the registration although a figure falls short; its reason stays on
   * record.
   */
  public void recordOverride(DelegateExecution execution) {
    execution.setVariable("gateOverrideReason", execution.getVariable("gateReason"));
  }
}
