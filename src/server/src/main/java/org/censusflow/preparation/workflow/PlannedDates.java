package org.censusflow.preparation.workflow;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import org.censusflow.base.district.District;
import org.censusflow.base.district.DueDates;
import org.censusflow.base.district.WorkingDays;
import org.springframework.stereotype.Component;

/** Due dates that the notice fixes by the calendar, kept as windows in the district's file. */
@Component
class PlannedDates {

  /** Whoever is asked after the planned day, or after a return, still has these working days. */
  private static final String FAIR = "rectification";

  private final DueDates dueDates;
  private final WorkingDays workingDays;
  private final Clock clock;

  PlannedDates(DueDates dueDates, WorkingDays workingDays, Clock clock) {
    this.dueDates = dueDates;
    this.workingDays = workingDays;
    this.clock = clock;
  }

  /** Closing time of the window's last day; later when that leaves too little time from now. */
  Date due(District district, String window) {
    return Date.from(dueInstant(district, window));
  }

  /**
   * So many working days before the window's last day as staff have for a rectification; later when
   * that moment has passed, but always before {@link #due}.
   */
  Date reminder(District district, String window) {
    LocalDate day = dueInstant(district, window).atZone(WorkingDays.ZONE).toLocalDate();
    for (int left = district.workingDays(FAIR); left > 0; ) {
      day = day.minusDays(1);
      if (workingDays.isWorkingDay(day)) {
        left--;
      }
    }
    Instant planned = dueDates.closing(district, day);
    Instant soonest = dueDates.due(district, FAIR + "-reminder", clock.instant());
    return Date.from(planned.isAfter(soonest) ? planned : soonest);
  }

  private Instant dueInstant(District district, String window) {
    Instant planned = dueDates.closing(district, district.window(window).to());
    Instant fair = dueDates.due(district, FAIR, clock.instant());
    return planned.isAfter(fair) ? planned : fair;
  }
}
