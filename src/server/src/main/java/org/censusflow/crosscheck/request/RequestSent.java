package org.censusflow.crosscheck.request;

/** A department has been asked for records. */
public record RequestSent(String requestId) {}
