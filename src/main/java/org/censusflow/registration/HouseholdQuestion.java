package org.censusflow.registration;

import java.time.Instant;
import java.util.Map;

/**
 * A doubt about an answer that goes back to the household.
 *
 * @param personId whom it is about; null for the household's own items
 * @param state {@code OPEN}, {@code ANSWERED}, {@code APPLIED}, {@code KEPT} or {@code WITHDRAWN}
 * @param answer what the household says now, by item key; empty when it stands by its answer
 * @param remark why it was sent back or withdrawn
 */
public record HouseholdQuestion(
    long id,
    String censusId,
    String block,
    int householdNo,
    long householdId,
    Long personId,
    String reason,
    String evidence,
    String state,
    String askedBy,
    Instant askedAt,
    Map<String, String> answer,
    String confirmedBy,
    String answeredBy,
    String checkedBy,
    String remark) {}
