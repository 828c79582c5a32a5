package org.censusflow.crosscheck.delivery;

/** A department has been asked for records. */
public record RequestSent(String requestId) {}
