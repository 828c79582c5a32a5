package org.censusflow.linkage;

/**
 * A record in a register.
 *
 * @param supply the supply's id
 * @param recordId the record's key within the supply
 */
public record RegisterReference(String supply, String recordId) {}
