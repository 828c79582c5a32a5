package org.censusflow.base.district;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.censusflow.base.districtfile.DistrictData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTests {

  private static final DistrictData DATA = DistrictData.load(Districts.DEFAULT_LOCATION);

  private final WorkingDays days = new WorkingDays(DATA.calendar(), MissingYear.REFUSE);
  private final District haicang = DATA.districts().require("haicang");

  /** The yearly totals follow from the law: 11 public holidays a year until 2024, 13 since. */
  @ParameterizedTest
  @CsvSource({
    "2019, 250",
    "2020, 249",
    "2021, 250",
    "2022, 249",
    "2023, 249",
    "2024, 251",
    "2025, 248",
    "2026, 248"
  })
  void everyYearHasAsManyWorkingDaysAsTheLawLeaves(int year, int expected) {
    LocalDate first = LocalDate.of(year, 1, 1);

    long count = first.datesUntil(first.plusYears(1)).filter(days::isWorkingDay).count();

    assertThat(count).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "2020-11-20, 1, 2020-11-23", // over a weekend
    "2020-09-30, 1, 2020-10-09", // over the National Day holidays
    "2020-10-09, 1, 2020-10-10", // a Saturday made up
    "2020-09-25, 1, 2020-09-27", // a Sunday made up
    "2020-12-31, 1, 2021-01-04", // into the next year
    "2020-11-21, 1, 2020-11-23", // from a day off
    "2020-11-21, 0, 2020-11-21"
  })
  void weekendsHolidaysAndMakeUpDaysCount(LocalDate from, int n, LocalDate expected) {
    assertThat(days.plus(from, n)).isEqualTo(expected);
  }

  @Test
  void theTimeOfDayIsKeptInLocalTime() {
    // 23:30 UTC on Thursday is already Friday morning in the district.
    assertThat(days.plus(Instant.parse("2020-11-19T23:30:00Z"), 1))
        .isEqualTo(Instant.parse("2020-11-22T23:30:00Z"));
  }

  @Test
  void aYearWithoutDataIsAFaultAndNotAGuess() {
    assertThatThrownBy(() -> days.plus(LocalDate.of(2026, 12, 31), 1))
        .isInstanceOf(CalendarYearMissing.class)
        .hasMessageContaining("add calendar/2027.yaml");
  }

  @Test
  void aTrialMayCountMondayToFridayInAYearWithoutData() {
    WorkingDays lenient = new WorkingDays(DATA.calendar(), MissingYear.WEEKENDS);

    assertThat(lenient.plus(LocalDate.of(2026, 12, 31), 1)).isEqualTo("2027-01-01");
    assertThat(lenient.plus(LocalDate.of(2020, 9, 30), 1)).isEqualTo("2020-10-09");
  }

  @Test
  void aStepFallsDueAtClosingTime() {
    Instant asked = Instant.parse("2020-11-16T01:00:00Z");

    assertThat(new DueDates(days).due(haicang, "recheck", asked))
        .isEqualTo(OffsetDateTime.parse("2020-11-23T17:30+08:00").toInstant());
  }

  @Test
  void aSupplyIsDueOnItsPlannedDayButNeverUnfairlySoon() {
    DueDates dueDates = new DueDates(days);
    Supply students = haicang.supply("students");

    assertThat(dueDates.due(haicang, students, Instant.parse("2020-11-10T01:00:00Z")))
        .isEqualTo(OffsetDateTime.parse("2020-11-24T17:30+08:00").toInstant());
    assertThat(dueDates.due(haicang, students, Instant.parse("2020-11-24T01:00:00Z")))
        .isEqualTo(OffsetDateTime.parse("2020-12-01T17:30+08:00").toInstant());
  }
}
