package org.censusflow.mapping.assignment;

import java.util.Locale;

/** What somebody does in a block. */
public enum StaffRole {
  ENUMERATOR,
  SUPERVISOR;

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static StaffRole of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }
}
