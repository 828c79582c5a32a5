package org.censusflow.mapping.assignment;

import java.util.List;

/** Who the enumerators and supervisors of a subdistrict are. */
public interface StaffDirectory {

  /** Accounts in a subdistrict's team, in the order of their ids. */
  List<String> team(String district, String subdistrict, StaffRole role);
}
