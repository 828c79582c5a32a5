package org.censusflow.mapping.assignment;

import java.util.Optional;
import java.util.Set;
import org.censusflow.base.access.Caller;
import org.censusflow.base.access.NotEntitled;
import org.censusflow.base.district.District;
import org.censusflow.base.district.Districts;
import org.censusflow.base.district.GroupKind;
import org.springframework.stereotype.Component;

/**
 * Whose a block is. Enumerators and supervisors work with a certificate that is valid on the day.
 * An enumerator's own blocks are those that were assigned to them, or that they stand in for; a
 * block that nobody has (a district that keeps its own lists, an assignment that was ended) is any
 * certified enumerator's of the subdistrict until it is assigned. A supervisor's own are the blocks
 * of the subdistrict, and so are its office's, which needs no certificate.
 */
@Component
public class OwnBlocks {

  /** Everybody who works with a block's households. */
  public static final Set<GroupKind> FIELD_STAFF =
      Set.of(
          GroupKind.CENSUS_OFFICE,
          GroupKind.SUBDISTRICT_OFFICE,
          GroupKind.SUPERVISORS,
          GroupKind.ENUMERATORS);

  private final Districts districts;
  private final CertifiedStaff certified;
  private final Assignments assignments;

  OwnBlocks(Districts districts, CertifiedStaff certified, Assignments assignments) {
    this.districts = districts;
    this.certified = certified;
    this.assignments = assignments;
  }

  /**
   * Where a block is, as the tables have it.
   *
   * @param subdistrict its key; null for no block of the map, which is the census office's alone
   */
  public record Place(String district, String censusId, String block, String subdistrict) {}

  /**
   * Why an account may not do a role's work in a block today.
   *
   * @return Chinese for the officer; empty when the account may
   */
  public Optional<String> refusal(String censusId, String block, StaffRole role, String account) {
    Optional<String> certificate = certified.refusal(censusId, account);
    if (certificate.isPresent() || role == StaffRole.SUPERVISOR) {
      return certificate;
    }
    return assignments
        .working(censusId, block, StaffRole.ENUMERATOR)
        .filter(enumerator -> !enumerator.equals(account))
        .map(enumerator -> "CF-E816 本小区已分派给 " + enumerator + "：请退回任务，或者先办理更换。");
  }

  /**
   * Lets somebody at a block's households when the block is their own.
   *
   * @param kinds the kinds of groups whose matter it is
   * @throws NotEntitled when the caller is in no such group of the block's place, the block is
   *     another's, or the caller has no certificate; it says which
   */
  public void require(Place place, Set<GroupKind> kinds, Caller caller) {
    Optional<String> refusal = Optional.empty();
    for (GroupKind kind : kinds) {
      if (isIn(caller, kind, place)) {
        refusal = refusal(place, kind, caller.user());
        if (refusal.isEmpty()) {
          return;
        }
      }
    }
    throw refusal.map(NotEntitled::because).orElseGet(() -> new NotEntitled("区普查办和小区所在镇街的普查人员"));
  }

  private boolean isIn(Caller caller, GroupKind kind, Place place) {
    District district = districts.require(place.district());
    if (kind == GroupKind.CENSUS_OFFICE) {
      return caller.inGroup(district.group(kind).id());
    }
    return place.subdistrict() != null
        && caller.inGroup(district.group(kind, place.subdistrict()).id());
  }

  private Optional<String> refusal(Place place, GroupKind kind, String account) {
    return switch (kind) {
      case ENUMERATORS -> refusal(place.censusId(), place.block(), StaffRole.ENUMERATOR, account);
      case SUPERVISORS -> refusal(place.censusId(), place.block(), StaffRole.SUPERVISOR, account);
      default -> Optional.empty();
    };
  }
}
