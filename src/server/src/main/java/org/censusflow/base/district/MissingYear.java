package org.censusflow.base.district;

/** What to do when a deadline reaches into a year without calendar data. */
public enum MissingYear {
  /** Fail with {@link CalendarYearMissing}: the rule wherever people's deadlines depend on it. */
  REFUSE,
  /** Count Monday to Friday and say so in the log: enough to try the program in any year. */
  WEEKENDS
}
