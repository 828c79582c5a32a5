package org.censusflow.mapping.assignment;

import java.time.LocalDate;

/**
 * Somebody's work in a block.
 *
 * @param role {@code enumerator} or {@code supervisor}
 * @param kind {@code regular}, or {@code cover} while the regular one is absent
 * @param validTo the last day; null while nothing ends it
 * @param reason why somebody took over; null for a first assignment
 */
public record BlockAssignment(
    long id,
    String subdistrict,
    String blockCode,
    String account,
    String role,
    String kind,
    LocalDate validFrom,
    LocalDate validTo,
    String reason) {

  boolean cover() {
    return "cover".equals(kind);
  }

  StaffRole staffRole() {
    return StaffRole.of(role);
  }
}
