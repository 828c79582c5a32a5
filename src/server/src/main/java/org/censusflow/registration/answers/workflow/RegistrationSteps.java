package org.censusflow.registration.answers.workflow;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.censusflow.registration.answers.Registrations;
import org.springframework.stereotype.Component;

/** The steps of {@code CrossCheck} that concern registrations. */
@Component("registrationSteps")
public class RegistrationSteps {

  private final Registrations registrations;

  RegistrationSteps(Registrations registrations) {
    this.registrations = registrations;
  }

  /** Fixes the answers that are compared; what is collected later belongs to a later comparison. */
  public void freeze(DelegateExecution execution) {
    String censusId = (String) execution.getVariable("censusId");
    execution.setVariable("personCount", registrations.freeze(censusId));
    execution.setVariable("householdCount", registrations.householdCount(censusId));
  }
}
