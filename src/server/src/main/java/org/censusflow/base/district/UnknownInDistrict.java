package org.censusflow.base.district;

/** Something was asked of a district that its file does not name, such as a unit it lacks. */
public class UnknownInDistrict extends IllegalArgumentException {

  public UnknownInDistrict(String district, String what, String key) {
    super("District '%s' has no %s '%s' in its file".formatted(district, what, key));
  }
}
