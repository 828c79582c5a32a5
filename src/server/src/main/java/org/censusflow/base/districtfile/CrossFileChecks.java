package org.censusflow.base.districtfile;

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
    Place root = Place.root(file.tree());
    claim(file, root.get("id"), "district", "");
    claim(file, root.get("code"), "division code", "");
    claim(file, root.get("census").get("id"), "census", "");
    String prefix = root.text("id") + "-";
    for (Place unit : root.items("units")) {
      claim(file, unit.get("key"), "group", prefix);
    }
    for (Place part : root.items("subdistricts")) {
      claim(file, part.get("key"), "group", prefix, "-enumerators");
    }
  }

  private void claim(DistrictFile file, Place place, String what, String prefix) {
    claim(file, place, what, prefix, "");
  }

  private void claim(DistrictFile file, Place place, String what, String prefix, String suffix) {
    if (place.text().isEmpty()) {
      return;
    }
    String id = prefix + place.text().get() + suffix;
    String other = seen.putIfAbsent(what + " " + id, file.name());
    if (other != null) {
      String where = other.equals(file.name()) ? "in this file already" : "in " + other;
      String reason = "%s '%s' is %s; give it another key".formatted(what, id, where);
      faults.add(new Fault(file.name(), place.path(), reason));
    }
  }
}
