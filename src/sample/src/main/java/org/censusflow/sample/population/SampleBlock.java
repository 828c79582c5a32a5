package org.censusflow.sample.population;

import org.censusflow.sample.population.SampleDistrict.Subdistrict;

/**
 * A census block (普查小区): its 15-digit code, where it belongs, and the addresses within its
 * boundary.
 */
final class SampleBlock {

  private static final int WALK_UP = 2, VILLAGE = 1, TOWER = 0;

  final int index;
  final String code;
  final Subdistrict subdistrict;
  final String communityCode;
  final String communityName;
  final String prefix;
  private final int style;
  private int households;

  SampleBlock(
      int index, String code, Subdistrict subdistrict, String communityName, String prefix) {
    this.index = index;
    this.code = code;
    this.subdistrict = subdistrict;
    this.communityCode = code.substring(0, 12);
    this.communityName = communityName;
    this.prefix = prefix;
    this.style = prefix.endsWith("号") ? (index % 3 == 0 ? TOWER : WALK_UP) : VILLAGE;
  }

  /** The number of a household that is new in this block: each has a dwelling of its own. */
  int newHousehold() {
    return ++households;
  }

  Address dwelling(int household) {
    int index = household - 1;
    if (style == VILLAGE) {
      return new Address(prefix, "", "", household + "号");
    }
    if (style == TOWER) {
      String room = (index / 4 % 17 + 2) + "0" + (index % 4 + 1) + "室";
      return new Address(prefix, (index / 68 + 1) + "栋", "", room);
    }
    String room = (index / 2 % 6 + 1) + "0" + (index % 2 + 1) + "室";
    return new Address(prefix, (index / 36 + 1) + "号楼", (index / 12 % 3 + 1) + "单元", room);
  }

  Address dormitory(int room) {
    return new Address(prefix + "学生宿舍", (room / 60 + 1) + "号楼", "", (room % 60 + 101) + "室");
  }
}
