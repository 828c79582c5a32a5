package org.censusflow.base.district;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Public holidays and make-up working days by year, as the State Council announces them. */
public final class HolidayCalendar {

  private final Map<Integer, Year> years;

  public HolidayCalendar(List<Year> years) {
    Map<Integer, Year> map = new TreeMap<>();
    years.forEach(year -> map.put(year.year(), year));
    this.years = Collections.unmodifiableMap(map);
  }

  /**
   * One year's arrangement.
   *
   * @param source the announcement that it follows
   * @param workdays weekend days on which offices work
   */
  public record Year(int year, String source, List<Holiday> holidays, List<LocalDate> workdays) {

    public Year {
      holidays = Copies.of(holidays);
      workdays = Copies.of(workdays);
    }
  }

  /**
   * Days off in a row, weekend days included.
   *
   * @param to last day, included
   */
  public record Holiday(String name, LocalDate from, LocalDate to) {

    boolean contains(LocalDate day) {
      return !day.isBefore(from) && !day.isAfter(to);
    }
  }

  /** The years that there is data for. */
  public Set<Integer> years() {
    return years.keySet();
  }

  boolean isWorkingDay(LocalDate day) {
    Year year = years.get(day.getYear());
    if (year == null) {
      throw new CalendarYearMissing(day.getYear());
    }
    if (year.workdays().contains(day)) {
      return true;
    }
    return !isWeekend(day) && year.holidays().stream().noneMatch(off -> off.contains(day));
  }

  public static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }
}
