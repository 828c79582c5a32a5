package org.censusflow.base.instance;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.censusflow.base.district.District;
import org.censusflow.base.district.GroupKind;
import org.springframework.stereotype.Component;

/**
 * Names candidate groups in models, e.g. {@code ${groups.unit(execution, 'health')}}. Every method
 * gives the id of a group that exists, or fails: a task that nobody can take must not come to be.
 */
@Component("groups")
public class Groups {

  private static final String SUBDISTRICT = "subdistrict";

  private final InstanceDistrict instanceDistrict;

  Groups(InstanceDistrict instanceDistrict) {
    this.instanceDistrict = instanceDistrict;
  }

  /**
   * @throws org.censusflow.base.district.UnknownInDistrict when the district has no such unit
   */
  public String unit(DelegateExecution execution, String unit) {
    District district = instanceDistrict.of(execution);
    return district.group(district.unit(unit).key()).id();
  }

  /** The same as {@link #unit} for a unit that a variable or a loop names. */
  public String ofUnit(DelegateExecution execution, String unit) {
    return unit(execution, unit);
  }

  public String office(DelegateExecution execution) {
    return ofDistrict(execution, GroupKind.CENSUS_OFFICE);
  }

  public String leads(DelegateExecution execution) {
    return ofDistrict(execution, GroupKind.CENSUS_LEADS);
  }

  public String leadingGroup(DelegateExecution execution) {
    return ofDistrict(execution, GroupKind.LEADING_GROUP);
  }

  public String subdistrictOffice(DelegateExecution execution) {
    return ofSubdistrict(execution, GroupKind.SUBDISTRICT_OFFICE);
  }

  public String supervisors(DelegateExecution execution) {
    return ofSubdistrict(execution, GroupKind.SUPERVISORS);
  }

  public String enumerators(DelegateExecution execution) {
    return ofSubdistrict(execution, GroupKind.ENUMERATORS);
  }

  private String ofDistrict(DelegateExecution execution, GroupKind kind) {
    return instanceDistrict.of(execution).group(kind).id();
  }

  private String ofSubdistrict(DelegateExecution execution, GroupKind kind) {
    District district = instanceDistrict.of(execution);
    if (!(execution.getVariable(SUBDISTRICT) instanceof String key)) {
      throw new IllegalStateException(
          "Process instance %s names no subdistrict".formatted(execution.getProcessInstanceId()));
    }
    return district.group(kind, key).id();
  }
}
