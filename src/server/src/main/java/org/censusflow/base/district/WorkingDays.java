package org.censusflow.base.district;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts working days: weekends, public holidays and make-up working days are data by year. */
public final class WorkingDays {

  /** The one time zone of every district. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static final Logger LOG = LoggerFactory.getLogger(WorkingDays.class);

  private final HolidayCalendar calendar;
  private final MissingYear missingYear;
  private final Set<Integer> warned = ConcurrentHashMap.newKeySet();

  public WorkingDays(HolidayCalendar calendar, MissingYear missingYear) {
    this.calendar = calendar;
    this.missingYear = missingYear;
  }

  /**
   * @throws CalendarYearMissing when there is no data for the day's year and none may be assumed
   */
  public boolean isWorkingDay(LocalDate day) {
    if (missingYear == MissingYear.WEEKENDS && !calendar.years().contains(day.getYear())) {
      if (warned.add(day.getYear())) {
        LOG.warn(
            "DISTRICT-01 No public holidays known for {}: counting Monday to Friday."
                + " Add calendar/{}.yaml beside the district files.",
            day.getYear(),
            day.getYear());
      }
      return !HolidayCalendar.isWeekend(day);
    }
    return calendar.isWorkingDay(day);
  }

  /**
   * The day that lies this many working days after a day, which itself does not count.
   *
   * @param days zero or more; zero gives the day itself, working or not
   * @throws CalendarYearMissing as {@link #isWorkingDay}
   */
  public LocalDate plus(LocalDate day, int days) {
    if (days < 0) {
      throw new IllegalArgumentException("Working days to add must not be negative: " + days);
    }
    LocalDate result = day;
    for (int left = days; left > 0; ) {
      result = result.plusDays(1);
      if (isWorkingDay(result)) {
        left--;
      }
    }
    return result;
  }

  /**
   * The same time of day, this many working days later.
   *
   * @throws CalendarYearMissing as {@link #isWorkingDay}
   */
  public Instant plus(Instant from, int days) {
    ZonedDateTime local = from.atZone(ZONE);
    return local.with(plus(local.toLocalDate(), days)).toInstant();
  }
}
