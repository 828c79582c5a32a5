package org.censusflow.base.district;

/**
 * People who share work: a unit, an office, the enumerators of a subdistrict.
 *
 * @param id of the engine's group, {@code <district>-<key>}
 * @param key inside the district, e.g. {@code health}, {@code xinyang-enumerators}
 * @param name what staff see, in Chinese
 * @param kind what sort of group it is
 * @param part key of the unit or subdistrict; null for a group of the whole district
 */
public record Group(String id, String key, String name, GroupKind kind, String part) {

  static Group ofDistrict(District district, GroupKind kind) {
    return of(district, kind.suffix(), district.name() + kind.label(), kind, null);
  }

  static Group ofUnit(District district, Unit unit) {
    String name = district.name() + " " + unit.name();
    return of(district, unit.key(), name, GroupKind.UNIT, unit.key());
  }

  static Group ofSubdistrict(District district, Subdistrict part, GroupKind kind) {
    String key = part.key() + "-" + kind.suffix();
    return of(district, key, part.name() + kind.label(), kind, part.key());
  }

  private static Group of(District district, String key, String name, GroupKind kind, String part) {
    return new Group(district.id() + "-" + key, key, name, kind, part);
  }
}
