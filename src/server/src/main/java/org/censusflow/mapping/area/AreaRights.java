package org.censusflow.mapping.area;

import java.util.List;
import org.censusflow.base.access.AuditTrail;
import org.censusflow.base.access.Caller;
import org.censusflow.base.access.NotEntitled;
import org.censusflow.base.district.District;
import org.censusflow.base.district.GroupKind;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * Who may see and change areas: the census office and its leads all of the district, a subdistrict
 * its own part, its supervisors see theirs, natural resources hands in outlines.
 */
@Component
public class AreaRights {

  private static final String MAPPING_UNIT = "natural-resources";

  private final CensusPlace place;
  private final AuditTrail audit;

  AreaRights(CensusPlace place, AuditTrail audit) {
    this.place = place;
    this.audit = audit;
  }

  /** Looking at a subdistrict, or with null at the whole district. */
  public Caller mayRead(String censusId, String subdistrict) {
    District district = district(censusId);
    boolean may =
        office(district)
            || inUnit(district)
            || subdistrict != null
                && (of(district, GroupKind.SUBDISTRICT_OFFICE, subdistrict)
                    || of(district, GroupKind.SUPERVISORS, subdistrict));
    return check(may);
  }

  /** Changing boundaries of blocks, the office's alone. */
  public Caller mayChange(String censusId) {
    return check(office(district(censusId)));
  }

  /** Dealing out work: the office, and a subdistrict its own. */
  public Caller mayAssign(String censusId, String subdistrict) {
    District district = district(censusId);
    return check(
        office(district)
            || subdistrict != null && of(district, GroupKind.SUBDISTRICT_OFFICE, subdistrict));
  }

  /** Handing in a file for a subdistrict, or with null for the whole district. */
  public Caller mayDeliver(String censusId, AreaFileKind kind, String subdistrict) {
    District district = district(censusId);
    return check(
        office(district)
            || kind == AreaFileKind.OUTLINES && inUnit(district)
            || subdistrict != null && of(district, GroupKind.SUBDISTRICT_OFFICE, subdistrict));
  }

  public void record(Caller caller, String censusId, String action, String type, String key) {
    audit.record(caller.user(), place.district(censusId).id(), action, type, key);
  }

  /** A census of another district does not exist for the caller. */
  private District district(String censusId) {
    Caller caller = Caller.current();
    try {
      District district = place.district(censusId);
      caller.mustBelongTo(district.id());
      return district;
    } catch (AreaRefused unknown) {
      throw new AccessDeniedException("No such census for the caller");
    }
  }

  private static boolean office(District district) {
    return List.of(GroupKind.CENSUS_OFFICE, GroupKind.CENSUS_LEADS).stream()
        .anyMatch(kind -> Caller.current().inGroup(district.group(kind).id()));
  }

  private static boolean inUnit(District district) {
    return Caller.current().inGroup(district.id() + "-" + MAPPING_UNIT);
  }

  private static boolean of(District district, GroupKind kind, String subdistrict) {
    return district.subdistricts().stream().anyMatch(part -> part.key().equals(subdistrict))
        && Caller.current().inGroup(district.group(kind, subdistrict).id());
  }

  private static Caller check(boolean may) {
    if (!may) {
      throw new NotEntitled("区普查办和所在镇街的普查办");
    }
    return Caller.current();
  }
}
