package org.censusflow.crosscheck.board;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A request as its department and the census office see it. It names fields, dates and counts,
 * never a person.
 *
 * @param contactPost the post that answers for the unit, from the district's file
 * @param state {@code sent}, {@code received}, {@code returned}, {@code accepted} or {@code
 *     missing}
 * @param late whether the due date has passed and nothing good has come
 * @param deliveries how many deliveries were closed
 * @param quarantined how many of them cannot be read
 * @param rows rows of the last delivery that could be read
 * @param lastDelivery key of the last delivery that was closed; null when there is none
 */
record RequestView(
    String requestId,
    String censusId,
    String district,
    String unit,
    String unitName,
    String contactPost,
    String supply,
    String title,
    String fields,
    String legalBasis,
    String channel,
    LocalDate asOf,
    String state,
    boolean late,
    Instant sentAt,
    Instant dueAt,
    int reminders,
    int returns,
    String reason,
    int deliveries,
    int quarantined,
    int rows,
    int accepted,
    int rejected,
    Long lastDelivery) {}
