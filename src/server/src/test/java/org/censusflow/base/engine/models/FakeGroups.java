package org.censusflow.base.engine.models;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/** The groups of a district as the district's file would name them. */
public class FakeGroups {
  public String unit(DelegateExecution execution, String unit) {
    return execution.getVariable("district") + "-" + unit;
  }

  public String ofUnit(DelegateExecution execution, String unit) {
    return unit(execution, unit);
  }

  public String office(DelegateExecution execution) {
    return unit(execution, "census-office");
  }

  public String leads(DelegateExecution execution) {
    return unit(execution, "census-leads");
  }

  public String leadingGroup(DelegateExecution execution) {
    return unit(execution, "leading-group");
  }

  public String subdistrictOffice(DelegateExecution execution) {
    return unit(execution, execution.getVariable("subdistrict") + "-office");
  }

  public String supervisors(DelegateExecution execution) {
    return unit(execution, execution.getVariable("subdistrict") + "-supervisors");
  }

  public String enumerators(DelegateExecution execution) {
    return unit(execution, execution.getVariable("subdistrict") + "-enumerators");
  }
}
