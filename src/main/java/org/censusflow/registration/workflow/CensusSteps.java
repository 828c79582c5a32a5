package org.censusflow.registration.workflow;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.censusflow.district.District;
import org.censusflow.district.Districts;
import org.censusflow.registration.Registrations;
import org.springframework.stereotype.Component;

/** The steps of {@code Census}, the umbrella over the phases. */
@Component("censusSteps")
class CensusSteps {

  private final Districts districts;
  private final Registrations registrations;

  CensusSteps(Districts districts, Registrations registrations) {
    this.districts = districts;
    this.registrations = registrations;
  }

  /** Opens the district's census in the data plane, under the id and the reference time of its file. */
  public void open(DelegateExecution execution) {
    District district = districts.require((String) execution.getVariable("district"));
    String censusId = district.census().id();
    registrations.open(censusId, district.id(), district.referenceTime().toInstant());
    execution.setVariable("censusId", censusId);
    execution.setVariable("censusName", district.census().name());
    execution.setVariable("districtName", district.name());
    execution.setVariable("referenceTime", district.referenceTime().toLocalDateTime().toString());
  }

  /** The figures that the leading group sees before it opens the registration. */
  public void measureGate(DelegateExecution execution) {
    String censusId = (String) execution.getVariable("censusId");
    execution.setVariable("blockCount", registrations.blocks(censusId).size());
    execution.setVariable("registeredPersonCount", registrations.personCount(censusId));
  }
}
