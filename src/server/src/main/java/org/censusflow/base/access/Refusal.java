package org.censusflow.base.access;

/**
 * What a refused call is answered with.
 *
 * @param message number and Chinese text: what is wrong and what to do
 */
public record Refusal(String message) {}
