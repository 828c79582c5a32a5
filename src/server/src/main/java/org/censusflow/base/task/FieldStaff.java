package org.censusflow.base.task;

import org.censusflow.base.district.District;
import org.censusflow.base.district.GroupKind;

/** A subdistrict's enumerators and supervisors, whose work its office answers for. */
final class FieldStaff {

  private FieldStaff() {}

  /** The group of the office that answers for a group; null when none of a subdistrict does. */
  static String office(District district, String id) {
    return district.groups().stream()
        .filter(group -> group.id().equals(id))
        .filter(
            group -> group.kind() == GroupKind.ENUMERATORS || group.kind() == GroupKind.SUPERVISORS)
        .map(group -> district.group(GroupKind.SUBDISTRICT_OFFICE, group.part()).id())
        .findFirst()
        .orElse(null);
  }
}
