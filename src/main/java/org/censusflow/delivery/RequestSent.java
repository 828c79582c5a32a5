package org.censusflow.delivery;

/** A department has been asked for records. */
public record RequestSent(String requestId) {}
