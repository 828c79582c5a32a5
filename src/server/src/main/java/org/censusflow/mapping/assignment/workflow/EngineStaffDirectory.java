package org.censusflow.mapping.assignment.workflow;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.censusflow.base.district.Districts;
import org.censusflow.base.district.GroupKind;
import org.censusflow.base.engine.AsProgram;
import org.censusflow.mapping.assignment.StaffDirectory;
import org.censusflow.mapping.assignment.StaffRole;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The teams as the engine's groups have them. */
@Component
class EngineStaffDirectory implements StaffDirectory {

  private final Districts districts;
  private final IdentityService identities;
  private final AsProgram asProgram;

  /** Lazy, because the engine asks for its task rules while it starts. */
  EngineStaffDirectory(Districts districts, @Lazy IdentityService identities, AsProgram asProgram) {
    this.asProgram = asProgram;
    this.districts = districts;
    this.identities = identities;
  }

  @Override
  public List<String> team(String district, String subdistrict, StaffRole role) {
    GroupKind kind = role == StaffRole.ENUMERATOR ? GroupKind.ENUMERATORS : GroupKind.SUPERVISORS;
    String group = districts.require(district).group(kind, subdistrict).id();
    return asProgram.run(() -> identities.createUserQuery().memberOfGroup(group).list()).stream()
        .map(User::getId)
        .sorted()
        .toList();
  }
}
