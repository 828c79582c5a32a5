package org.censusflow.registration.specialpopulation.workflow;

import java.time.Instant;
import org.censusflow.base.district.District;
import org.censusflow.base.district.DueDates;
import org.springframework.stereotype.Component;

/** By when units and subdistricts report, from the district's file. */
@Component
class PopulationDates {

  private static final String REGISTER = "register";

  private final DueDates dueDates;

  PopulationDates(DueDates dueDates) {
    this.dueDates = dueDates;
  }

  /**
   * The working days of a request; for {@code register} the last day of the short forms where that
   * is later.
   */
  Instant due(District district, String step, Instant from) {
    Instant fair = dueDates.due(district, "request", from);
    if (!REGISTER.equals(step)) {
      return fair;
    }
    Instant planned = dueDates.closing(district, district.window("short-form").to());
    return planned.isAfter(fair) ? planned : fair;
  }

  Instant reminder(District district, String step, Instant from) {
    return dueDates.reminder(district, due(district, step, from), from);
  }

  /** As many working days after the due date as a unit has for an opinion. */
  Instant silentAt(District district, String step, Instant from) {
    return dueDates.due(district, "opinion", due(district, step, from));
  }
}
