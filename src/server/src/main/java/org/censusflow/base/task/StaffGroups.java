package org.censusflow.base.task;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.censusflow.base.district.District;
import org.censusflow.base.district.Group;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Who belongs to which group of a district, as the engine's identities say. */
@Component
public class StaffGroups {

  private final IdentityService identities;

  StaffGroups(@Lazy IdentityService identities) {
    this.identities = identities;
  }

  /** The first of the account's own groups, in the order of the district's file. */
  public Optional<Group> first(District district, String user, Predicate<Group> kind) {
    if (user == null) {
      return Optional.empty();
    }
    List<String> own =
        identities.createGroupQuery().groupMember(user).list().stream()
            .map(org.camunda.bpm.engine.identity.Group::getId)
            .toList();
    return district.groups().stream()
        .filter(group -> own.contains(group.id()))
        .filter(kind)
        .findFirst();
  }

  /** The accounts of groups, whose ids have commas between, sorted. */
  public List<String> accounts(String groups) {
    return Arrays.stream(groups.split(","))
        .flatMap(group -> identities.createUserQuery().memberOfGroup(group).list().stream())
        .map(User::getId)
        .distinct()
        .sorted()
        .toList();
  }
}
