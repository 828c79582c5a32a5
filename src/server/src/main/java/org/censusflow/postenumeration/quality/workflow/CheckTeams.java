package org.censusflow.postenumeration.quality.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.censusflow.base.district.District;
import org.censusflow.base.district.Group;
import org.censusflow.base.district.GroupKind;
import org.censusflow.postenumeration.quality.Independence;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Who may count a sample block: the census office, public security (which helps with the quality
 * check) and supervisors of other subdistricts, without those who had a part in the block.
 */
@Component
class CheckTeams {

  private static final String PUBLIC_SECURITY = "public-security";

  private final IdentityService identities;
  private final Independence independence;

  CheckTeams(@Lazy IdentityService identities, Independence independence) {
    this.identities = identities;
    this.independence = independence;
  }

  /** Ids of the groups, in the order of the district's file. */
  List<String> groups(District district, String subdistrict) {
    List<String> groups = new ArrayList<>();
    groups.add(district.group(GroupKind.CENSUS_OFFICE).id());
    district
        .findUnit(PUBLIC_SECURITY)
        .ifPresent(unit -> groups.add(district.group(unit.key()).id()));
    district.groups().stream()
        .filter(group -> group.kind() == GroupKind.SUPERVISORS)
        .filter(group -> !subdistrict.equals(group.part()))
        .map(Group::id)
        .forEach(groups::add);
    return groups;
  }

  /** Accounts that may count the block, sorted. */
  List<String> candidates(District district, String subdistrict, String block) {
    Set<String> biased = independence.tookPart(district.census().id(), block);
    List<String> own =
        district.groups().stream()
            .filter(group -> subdistrict.equals(group.part()))
            .flatMap(group -> members(group.id()).stream())
            .toList();
    return groups(district, subdistrict).stream()
        .flatMap(group -> members(group).stream())
        .filter(account -> !biased.contains(account) && !own.contains(account))
        .distinct()
        .sorted()
        .toList();
  }

  private List<String> members(String group) {
    return identities.createUserQuery().memberOfGroup(group).list().stream()
        .map(User::getId)
        .toList();
  }
}
