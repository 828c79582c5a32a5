package org.censusflow.base.districtfile;

import java.util.HashSet;
import java.util.Set;
import org.censusflow.base.district.GroupKind;

/**
 * The units and groups that a file declares.
 *
 * @param unitsKnown false when a declared unit is none of the known ones; a reference to a missing
 *     unit is then a consequence of that fault and is not reported again
 */
record DeclaredKeys(Set<String> units, Set<String> groups, boolean unitsKnown) {

  static DeclaredKeys in(Place root) {
    Set<String> units = new HashSet<>();
    root.items("units").forEach(unit -> unit.get("key").text().ifPresent(units::add));
    Set<String> groups = new HashSet<>(units);
    for (GroupKind kind : GroupKind.values()) {
      if (kind.scope() == GroupKind.Scope.DISTRICT) {
        groups.add(kind.suffix());
      } else if (kind.scope() == GroupKind.Scope.SUBDISTRICT) {
        for (Place part : root.items("subdistricts")) {
          part.get("key").text().ifPresent(key -> groups.add(key + "-" + kind.suffix()));
        }
      }
    }
    return new DeclaredKeys(units, groups, DistrictSchema.UNITS.containsAll(units));
  }

  boolean lacksUnit(String key) {
    return unitsKnown && !units.contains(key) && DistrictSchema.UNITS.contains(key);
  }

  boolean lacksGroup(String key) {
    boolean consequence = !unitsKnown && DistrictSchema.UNITS.contains(key);
    return !consequence && !groups.contains(key);
  }
}
