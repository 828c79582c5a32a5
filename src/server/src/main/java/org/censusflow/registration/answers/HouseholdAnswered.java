package org.censusflow.registration.answers;

/**
 * A household has answered; a visit that was due is due no longer.
 *
 * @param mode {@code field} or {@code self}
 */
public record HouseholdAnswered(String censusId, String block, long householdId, String mode) {}
