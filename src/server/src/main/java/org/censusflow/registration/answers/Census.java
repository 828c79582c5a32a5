package org.censusflow.registration.answers;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.OptionalLong;

/**
 * One census of one district.
 *
 * @param id such as {@code haicang-2020}
 * @param district id of the district
 * @param referenceTime the moment that the census describes
 * @param frozenVersion the last answer version that the cross-check compares; empty until
 *     registrations are frozen
 */
public record Census(
    String id, String district, Instant referenceTime, OptionalLong frozenVersion) {

  private static final ZoneId CLOCK_OF_THE_COUNTRY = ZoneId.of("Asia/Shanghai");

  /** The day that begins with the reference time. */
  public LocalDate referenceDay() {
    return referenceTime.atZone(CLOCK_OF_THE_COUNTRY).toLocalDate();
  }
}
