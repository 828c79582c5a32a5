package org.censusflow.access.workflow;

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

  /**
   * @param surname shown after the name; says what the account is for
   */
  void ensure(String id, String name, String surname, String password, List<String> groups) {
    if (identities.createUserQuery().userId(id).count() == 0) {
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
