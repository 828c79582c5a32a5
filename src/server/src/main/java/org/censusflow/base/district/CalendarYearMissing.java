package org.censusflow.base.district;

/** A deadline reaches into a year whose public holidays are not known. */
public class CalendarYearMissing extends IllegalStateException {

  public CalendarYearMissing(int year) {
    super(
        "No public holidays known for %1$d: add calendar/%1$d.yaml beside the district files"
            .formatted(year));
  }
}
