package org.censusflow.delivery;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What the census office confirms about a delivery. Rejected rows are named by line and reason,
 * never by their content.
 *
 * @param declared the count that the department stated
 * @param rows the rows found in the file
 * @param rejects the first rejected rows, at most {@value #SHOWN_REJECTS}
 */
public record Receipt(
    long deliveryId,
    String requestId,
    String status,
    int declared,
    int rows,
    int accepted,
    int rejected,
    String sha256,
    LocalDate asOf,
    String sender,
    Instant receivedAt,
    List<Reject> rejects) {

  public static final int SHOWN_REJECTS = 200;

  /** A row that was not kept: its line in the file and why, in Chinese. */
  public record Reject(int line, String reason) {}
}
