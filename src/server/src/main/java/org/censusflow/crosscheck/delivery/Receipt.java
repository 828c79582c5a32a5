package org.censusflow.crosscheck.delivery;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What the census office confirms about a delivery. Rejected rows are named by line and reason,
 * never by their content.
 *
 * @param status the state by its own name, e.g. {@code ACCEPTED}
 * @param state the state by the word of the REST contract, e.g. {@code accepted}
 * @param title what was asked for
 * @param mode {@code replace} or {@code complete}
 * @param completes key of the delivery that this one completes; null when it stands alone
 * @param declared the count that the department stated
 * @param rows the rows found in the file
 * @param encoding as it was found, e.g. {@code GBK}; null for a spreadsheet
 * @param format {@code csv} or {@code xlsx}, or what else the file turned out to be
 * @param late whether it came behind the due date
 * @param reason why it was returned or put into quarantine; null otherwise
 * @param notes what was changed on the way in, one line each, in Chinese
 * @param rejects the first rejected rows, at most 200
 */
public record Receipt(
    long deliveryId,
    String requestId,
    String status,
    String state,
    String title,
    String mode,
    Long completes,
    Integer declared,
    int rows,
    int accepted,
    int rejected,
    String sha256,
    Long bytes,
    String encoding,
    String format,
    LocalDate asOf,
    String sender,
    Instant receivedAt,
    boolean late,
    String reason,
    List<String> notes,
    List<Reject> rejects) {

  public static final int SHOWN_REJECTS = 200;

  /** A row that was not kept: its line in the file (1 is the header) and why, in Chinese. */
  public record Reject(int line, String reason) {}
}
