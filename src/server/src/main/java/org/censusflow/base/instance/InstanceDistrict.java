package org.censusflow.base.instance;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.censusflow.base.district.District;
import org.censusflow.base.district.Districts;
import org.springframework.stereotype.Component;

/** Finds the district that a process instance belongs to: its tenant. */
@Component
public class InstanceDistrict {

  private final Districts districts;

  public InstanceDistrict(Districts districts) {
    this.districts = districts;
  }

  /**
   * The tenant decides, not the variable, which any form could change.
   *
   * @throws IllegalStateException when the instance has no tenant
   */
  public District of(DelegateExecution execution) {
    String tenant = execution.getTenantId();
    if (tenant == null) {
      throw new IllegalStateException(
          "Process instance %s has no district".formatted(execution.getProcessInstanceId()));
    }
    return districts.require(tenant);
  }
}
