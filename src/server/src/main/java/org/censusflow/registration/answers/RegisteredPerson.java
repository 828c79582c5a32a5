package org.censusflow.registration.answers;

/**
 * One version of a person's registration.
 *
 * @param id the person's key within the database; not an identity number
 * @param version 1 for the original answers
 * @param householdNo number of the household within its block
 * @param address address of the household
 */
public record RegisteredPerson(
    long id,
    int version,
    boolean removed,
    String block,
    int householdNo,
    String address,
    Answers answers) {}
