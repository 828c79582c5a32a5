package org.censusflow.crosscheck.request;

import java.time.Instant;
import java.time.LocalDate;
import org.censusflow.base.district.Supply;

/**
 * A request to a department for one kind of record. It names fields and dates, never a person.
 *
 * @param id also the business key of the process that waits for the records
 * @param unit key of the department in the district's file
 * @param supply the kind of record, such as {@code births}
 * @param title what staff read
 * @param fields the fields asked for
 * @param legalBasis the rule that obliges the department to hand the records over
 * @param asOf the day that the records should describe
 * @param reason why the last delivery went back, or why none came; null otherwise
 */
public record RecordRequest(
    String id,
    String censusId,
    String district,
    String unit,
    String supply,
    String title,
    String fields,
    String legalBasis,
    Supply.Channel channel,
    LocalDate asOf,
    Status status,
    Instant sentAt,
    Instant dueAt,
    int reminders,
    int returns,
    String reason) {

  /** Where a request stands. */
  public enum Status {
    SENT,
    RECEIVED,
    RETURNED,
    ACCEPTED,
    MISSING;

    public boolean open() {
      return this == SENT || this == RETURNED || this == RECEIVED;
    }
  }
}
