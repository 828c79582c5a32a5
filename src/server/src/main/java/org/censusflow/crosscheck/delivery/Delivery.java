package org.censusflow.crosscheck.delivery;

import java.time.Instant;

/**
 * A delivery as the ledger holds it; what the manifest leaves open, and what only closing tells, is
 * null until then.
 *
 * @param completes key of the delivery that this one completes
 * @param sameAs key of the earlier delivery of which this one is a repetition
 * @param bytes size of the whole file
 * @param late whether it was closed behind the request's due date
 * @param notes what was changed on the way in, counted, one line each
 * @param header the file's own column names as one line of CSV
 */
public record Delivery(
    long id,
    String requestId,
    DeliveryState state,
    Manifest manifest,
    String sender,
    Instant openedAt,
    Instant receivedAt,
    int rows,
    int accepted,
    int rejected,
    String sha256,
    Long bytes,
    String encoding,
    String format,
    Long completes,
    Long sameAs,
    boolean late,
    String reason,
    String notes,
    String header) {}
