package org.censusflow.registration.question;

/**
 * An answer goes back to the household of a block: somebody has to ask. Published inside the
 * transaction that keeps the question.
 */
public record HouseholdQuestionAsked(String censusId, String block) {}
