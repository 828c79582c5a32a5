package org.censusflow.registration;

/** An answer goes back to the household of a block: somebody has to ask. */
public record HouseholdQuestionAsked(String censusId, String block, long questionId) {}
