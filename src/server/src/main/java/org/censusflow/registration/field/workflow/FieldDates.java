package org.censusflow.registration.field.workflow;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Date;
import org.censusflow.base.district.District;
import org.censusflow.base.district.DueDates;
import org.censusflow.base.district.WorkingDays;
import org.springframework.stereotype.Component;

/** Dates of the field work, kept as windows in the district's file. */
@Component
class FieldDates {

  /** Whoever begins late still has these working days. */
  private static final String FAIR = "recheck";

  private final DueDates dueDates;
  private final Clock clock;

  FieldDates(DueDates dueDates, Clock clock) {
    this.dueDates = dueDates;
    this.clock = clock;
  }

  /** Closing time of the window's last day; later when that leaves too little time from now. */
  Date due(District district, String window) {
    return Date.from(dueInstant(district, window));
  }

  Instant dueInstant(District district, String window) {
    Instant planned = dueDates.closing(district, district.window(window).to());
    Instant fair = dueDates.due(district, FAIR, clock.instant());
    return planned.isAfter(fair) ? planned : fair;
  }

  /** Some working days before {@link #due}, but not before tomorrow. */
  Date reminder(District district, String window) {
    return Date.from(dueDates.reminder(district, dueInstant(district, window), clock.instant()));
  }

  /** The midnight in which the window's last day ends. */
  Date ends(District district, String window) {
    return Date.from(
        district
            .window(window)
            .to()
            .plusDays(1)
            .atTime(LocalTime.MIDNIGHT)
            .atZone(WorkingDays.ZONE)
            .toInstant());
  }

  /** The midnight in which the window's first day begins. */
  Date begins(District district, String window) {
    return Date.from(
        district
            .window(window)
            .from()
            .atTime(LocalTime.MIDNIGHT)
            .atZone(WorkingDays.ZONE)
            .toInstant());
  }
}
