package org.censusflow.base.instance;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.censusflow.base.district.Supply;
import org.springframework.stereotype.Component;

/** Guards for branches: what the units of an instance's district do in the comparison. */
@Component("districtUnits")
public class DistrictUnits {

  private final InstanceDistrict instanceDistrict;

  DistrictUnits(InstanceDistrict instanceDistrict) {
    this.instanceDistrict = instanceDistrict;
  }

  /** Whether the district has such a unit at all. */
  public boolean has(DelegateExecution execution, String unit) {
    return instanceDistrict.of(execution).findUnit(unit).isPresent();
  }

  /** Whether the unit owes records, in either mode; false when the district lacks the unit. */
  public boolean supplies(DelegateExecution execution, String unit) {
    return !instanceDistrict.of(execution).suppliesOf(unit).isEmpty();
  }

  /** Whether the unit also checks and signs the comparison's figures. */
  public boolean compares(DelegateExecution execution, String unit) {
    return instanceDistrict.of(execution).suppliesOf(unit).stream()
        .anyMatch(supply -> supply.mode() == Supply.Mode.COMPARE);
  }
}
