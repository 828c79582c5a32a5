package org.censusflow.district;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What can be wrong between files: districts, groups and accounts share one engine. */
final class CrossFileChecks {

  private final Map<String, String> seen = new HashMap<>();
  private final List<Fault> faults = new ArrayList<>();

  private CrossFileChecks() {}

  static List<Fault> faults(List<DistrictFile> files) {
    CrossFileChecks checks = new CrossFileChecks();
    files.forEach(checks::check);
    return checks.faults;
  }

  private void check(DistrictFile file) {
    District district = file.district();
    claim(file, "id", "district", district.id());
    claim(file, "code", "division code", district.code());
    claim(file, "census.id", "census", district.census().id());
    for (Group group : district.groups()) {
      claim(file, group.kind() == GroupKind.UNIT ? "units" : "subdistricts", "group", group.id());
    }
    if (district.sampleStaff() != null) {
      district
          .sampleStaff()
          .accounts()
          .forEach(account -> claim(file, "sample-staff.accounts", "account", account.id()));
    }
  }

  private void claim(DistrictFile file, String path, String what, String id) {
    String other = seen.putIfAbsent(what + " " + id, file.name());
    if (other != null) {
      String where = other.equals(file.name()) ? "in this file already" : "in " + other;
      String reason = "%s '%s' is %s; give it another key".formatted(what, id, where);
      faults.add(new Fault(file.name(), path, reason));
    }
  }
}
