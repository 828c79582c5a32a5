package org.censusflow.base.access.workflow;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** Makes accounts that are missing. An existing one keeps its password and name. */
@Component
class AccountSetup {

  private final IdentityService identities;

  AccountSetup(IdentityService identities) {
    this.identities = identities;
  }

  /** Whether the engine's password policy forbids to make the account, which does not exist yet. */
  boolean wouldRefuse(String id, String password) {
    return isMissing(id)
        && !identities.checkPasswordAgainstPolicy(password, identities.newUser(id)).isValid();
  }

  private boolean isMissing(String id) {
    return identities.createUserQuery().userId(id).count() == 0;
  }

  /**
   * @param surname shown after the name; says what the account is for
   */
  void ensure(String id, String name, String surname, String password, List<String> groups) {
    if (isMissing(id)) {
      User user = identities.newUser(id);
      user.setFirstName(name);
      user.setLastName(surname);
      user.setPassword(password);
      identities.saveUser(user);
    }
    List<String> memberOf =
        identities.createGroupQuery().groupMember(id).list().stream()
            .map(org.camunda.bpm.engine.identity.Group::getId)
            .toList();
    groups.stream()
        .filter(group -> !memberOf.contains(group))
        .forEach(group -> identities.createMembership(id, group));
  }
}
