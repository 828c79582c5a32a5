package org.censusflow.base.districtfile;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reports a key's second appearance in a file. */
final class Unique {

  private final String file;
  private final String what;
  private final List<Fault> faults;
  private final Set<String> seen = new HashSet<>();

  Unique(String file, String what, List<Fault> faults) {
    this.file = file;
    this.what = what;
    this.faults = faults;
  }

  void check(Place place) {
    place
        .text()
        .filter(key -> !seen.add(key))
        .ifPresent(
            key -> {
              String reason = "%s '%s' appears twice; keep one".formatted(what, key);
              faults.add(new Fault(file, place.path(), reason));
            });
  }
}
