package org.censusflow.base.district;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.censusflow.base.districtfile.DistrictData;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When Haicang reminds: its file leads by two working days. */
class DueDatesTests {

  private static final DistrictData DATA = DistrictData.load(Districts.DEFAULT_LOCATION);

  private final District haicang = DATA.districts().require("haicang");
  private final DueDates dates = new DueDates(new WorkingDays(DATA.calendar(), MissingYear.REFUSE));

  @ParameterizedTest
  @CsvSource({
    "2020-11-27, 2020-11-16, 2020-11-25", // two working days before
    "2020-11-24, 2020-11-16, 2020-11-20", // over the weekend
    "2020-11-18, 2020-11-16, 2020-11-17", // never before the next working day
    "2020-11-17, 2020-11-16, 2020-11-17",
    "2020-11-23, 2020-11-20, 2020-11-23" // which here comes after a weekend
  })
  void aReminderLeadsByWorkingDaysButNeverComesBeforeTheNextOne(
      LocalDate due, LocalDate from, LocalDate reminded) {
    assertThat(dates.reminder(haicang, closing(due), morning(from))).isEqualTo(closing(reminded));
  }

  private Instant closing(LocalDate day) {
    return dates.closing(haicang, day);
  }

  private static Instant morning(LocalDate day) {
    return day.atTime(9, 0).atZone(WorkingDays.ZONE).toInstant();
  }
}
