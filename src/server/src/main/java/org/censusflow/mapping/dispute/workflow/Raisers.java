package org.censusflow.mapping.dispute.workflow;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.censusflow.base.district.District;
import org.censusflow.base.district.Group;
import org.censusflow.base.district.GroupKind;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** On whose behalf somebody raises a dispute. */
@Component
class Raisers {

  private final IdentityService identities;

  Raisers(@Lazy IdentityService identities) {
    this.identities = identities;
  }

  /** The name of the account's subdistrict office; the census office's for everyone else. */
  String name(District district, String account) {
    if (account == null) {
      return district.group(GroupKind.CENSUS_OFFICE).name();
    }
    List<String> own =
        identities.createGroupQuery().groupMember(account).list().stream()
            .map(org.camunda.bpm.engine.identity.Group::getId)
            .toList();
    return district.groups().stream()
        .filter(group -> group.kind() == GroupKind.SUBDISTRICT_OFFICE && own.contains(group.id()))
        .map(Group::name)
        .findFirst()
        .orElseGet(() -> district.group(GroupKind.CENSUS_OFFICE).name());
  }
}
