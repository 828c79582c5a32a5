package org.censusflow.preparation.workflow;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.censusflow.base.district.CensusRegister;
import org.censusflow.base.district.District;
import org.censusflow.base.district.Districts;
import org.censusflow.base.district.Group;
import org.censusflow.base.district.GroupKind;
import org.censusflow.base.form.FormValues;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Which district, census, unit or subdistrict an instance of the preparation is about. */
@Component
class PreparationInstance {

  private final Districts districts;
  private final IdentityService identities;
  private final CensusRegister censuses;

  PreparationInstance(
      Districts districts, CensusRegister censuses, @Lazy IdentityService identities) {
    this.districts = districts;
    this.censuses = censuses;
    this.identities = identities;
  }

  /** The tenant decides, not a variable, which any form could change. */
  District district(DelegateExecution execution) {
    return districts.require(execution.getTenantId());
  }

  /**
   * Notes district and census in the instance, as every process of the preparation does first. The
   * first of them opens the census.
   */
  District open(DelegateExecution execution) {
    District district = district(execution);
    censuses.open(district);
    execution.setVariable("district", district.id());
    execution.setVariable("censusId", district.census().id());
    return district;
  }

  /**
   * The unit or subdistrict that the instance is about. A member of a unit or subdistrict office
   * who starts an instance starts it for their own; a calling process and the census office name
   * one.
   *
   * @param variable {@code unit} or {@code subdistrict}
   * @throws IllegalStateException when the starter has none and none is named
   */
  String part(DelegateExecution execution, String variable, GroupKind kind) {
    String named = FormValues.text(execution, variable);
    List<String> own = called(execution) ? List.of() : ownParts(execution, kind);
    if (!own.isEmpty()) {
      return own.contains(named) ? named : own.get(0);
    }
    if (named == null || named.isBlank()) {
      throw new IllegalStateException(
          "CF-E501 Process instance %s names no %s"
              .formatted(execution.getProcessInstanceId(), variable));
    }
    return named;
  }

  private static boolean called(DelegateExecution execution) {
    return execution.getProcessInstance().getSuperExecution() != null;
  }

  private List<String> ownParts(DelegateExecution execution, GroupKind kind) {
    String starter = FormValues.text(execution, "startedBy");
    if (starter == null) {
      return List.of();
    }
    List<String> member =
        identities.createGroupQuery().groupMember(starter).list().stream()
            .map(org.camunda.bpm.engine.identity.Group::getId)
            .toList();
    return district(execution).groups().stream()
        .filter(group -> group.kind() == kind && member.contains(group.id()))
        .map(Group::part)
        .toList();
  }
}
