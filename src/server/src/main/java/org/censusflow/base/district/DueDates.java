package org.censusflow.base.district;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/** When a step of a district falls due: at closing time of a working day. */
public final class DueDates {

  private final WorkingDays workingDays;

  public DueDates(WorkingDays workingDays) {
    this.workingDays = workingDays;
  }

  /**
   * Closing time of the last working day that the district's file allows.
   *
   * @param deadline key in the file's {@code deadlines}, e.g. {@code recheck}
   * @param from when the step begins
   * @throws UnknownInDistrict when the file has no such deadline
   * @throws CalendarYearMissing when the calendar lacks a year that the count reaches
   */
  public Instant due(District district, String deadline, Instant from) {
    LocalDate start = from.atZone(WorkingDays.ZONE).toLocalDate();
    return closing(district, workingDays.plus(start, district.workingDays(deadline)));
  }

  /**
   * When records are due that are asked for now: on the planned day, but a supplier always has the
   * working days of the deadline {@code request}, because a late request must not make it late.
   */
  public Instant due(District district, Supply supply, Instant asked) {
    Instant fair = due(district, "request", asked);
    Instant planned = closing(district, supply.due());
    return planned.isAfter(fair) ? planned : fair;
  }

  /**
   * When to remind of something due: at closing time, the file's {@code reminder-lead} of working
   * days before the day it is due, but never before the next working day.
   *
   * @throws CalendarYearMissing when the calendar lacks a year that the count reaches
   */
  public Instant reminder(District district, Instant due, Instant from) {
    LocalDate day = due.atZone(WorkingDays.ZONE).toLocalDate();
    for (int left = district.workingDays("reminder-lead"); left > 0; ) {
      day = day.minusDays(1);
      if (workingDays.isWorkingDay(day)) {
        left--;
      }
    }
    LocalDate next = workingDays.plus(from.atZone(WorkingDays.ZONE).toLocalDate(), 1);
    return closing(district, day.isBefore(next) ? next : day);
  }

  /** When a day ends for the district's offices. */
  public Instant closing(District district, LocalDate day) {
    return day.atTime(LocalTime.parse(district.closingTime())).atZone(WorkingDays.ZONE).toInstant();
  }
}
