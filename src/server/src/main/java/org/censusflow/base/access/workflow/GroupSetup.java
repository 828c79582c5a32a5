package org.censusflow.base.access.workflow;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Tenant;
import org.censusflow.base.district.District;
import org.censusflow.base.district.Group;
import org.springframework.stereotype.Component;

/** Makes a district's tenant and groups; a group belongs to the tenant, and so do its members. */
@Component
class GroupSetup {

  private final IdentityService identities;

  GroupSetup(IdentityService identities) {
    this.identities = identities;
  }

  void ensure(District district) {
    ensureTenant(district);
    Set<String> members =
        identities.createGroupQuery().memberOfTenant(district.id()).list().stream()
            .map(org.camunda.bpm.engine.identity.Group::getId)
            .collect(Collectors.toSet());
    for (Group group : district.groups()) {
      String type = group.kind().name().toLowerCase(Locale.ROOT);
      ensureGroup(group.id(), group.name(), type);
      if (!members.contains(group.id())) {
        identities.createTenantGroupMembership(district.id(), group.id());
      }
    }
  }

  /** The file is what names a group: a name that differs is brought up to date. */
  void ensureGroup(String id, String name, String type) {
    var group = identities.createGroupQuery().groupId(id).singleResult();
    if (group == null) {
      group = identities.newGroup(id);
    } else if (name.equals(group.getName()) && type.equals(group.getType())) {
      return;
    }
    group.setName(name);
    group.setType(type);
    identities.saveGroup(group);
  }

  private void ensureTenant(District district) {
    Tenant tenant = identities.createTenantQuery().tenantId(district.id()).singleResult();
    if (tenant == null) {
      tenant = identities.newTenant(district.id());
    } else if (district.name().equals(tenant.getName())) {
      return;
    }
    tenant.setName(district.name());
    identities.saveTenant(tenant);
  }
}
