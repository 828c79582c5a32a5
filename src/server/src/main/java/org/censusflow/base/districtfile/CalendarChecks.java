package org.censusflow.base.districtfile;

import java.time.LocalDate;
import java.util.List;
import org.censusflow.base.district.HolidayCalendar;

/** What can be wrong in a year of the calendar. */
final class CalendarChecks {

  private CalendarChecks() {}

  static void addFaults(String file, HolidayCalendar.Year year, List<Fault> faults) {
    for (int i = 0; i < year.holidays().size(); i++) {
      HolidayCalendar.Holiday off = year.holidays().get(i);
      String path = "holidays[" + i + "]";
      if (off.from() == null || off.to() == null || off.to().isBefore(off.from())) {
        faults.add(new Fault(file, path, "needs `from` and a `to` that is not before it"));
      } else if (off.from().getYear() != year.year() || off.to().getYear() != year.year()) {
        faults.add(new Fault(file, path, "lies outside the file's year " + year.year()));
      }
    }
    for (int i = 0; i < year.workdays().size(); i++) {
      LocalDate day = year.workdays().get(i);
      if (day.getYear() != year.year() || !HolidayCalendar.isWeekend(day)) {
        String reason = day + " is no weekend day of " + year.year() + "; only those go here";
        faults.add(new Fault(file, "workdays[" + i + "]", reason));
      }
    }
  }
}
