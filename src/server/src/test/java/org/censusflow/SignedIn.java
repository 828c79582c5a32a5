package org.censusflow;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;

/** Does something as an account does it that has logged in: with its groups and its districts. */
public final class SignedIn {

  private SignedIn() {}

  public static <T> T as(IdentityService identities, String user, Supplier<T> action) {
    identities.setAuthentication(user, groups(identities, user), tenants(identities, user));
    try {
      return action.get();
    } finally {
      identities.clearAuthentication();
    }
  }

  public static List<String> groups(IdentityService identities, String user) {
    return identities.createGroupQuery().groupMember(user).list().stream()
        .map(Group::getId)
        .toList();
  }

  public static List<String> tenants(IdentityService identities, String user) {
    return identities
        .createTenantQuery()
        .userMember(user)
        .includingGroupsOfUser(true)
        .list()
        .stream()
        .map(Tenant::getId)
        .toList();
  }
}
