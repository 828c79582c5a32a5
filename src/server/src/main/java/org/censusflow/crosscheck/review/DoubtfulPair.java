package org.censusflow.crosscheck.review;

/**
 * A pair that the comparison leaves to people.
 *
 * @param personId key of the registered person
 * @param deliveryId with {@code line} the register row
 * @param recordId the department's own key of the record
 * @param posterior probability that both are one person
 * @param takenAsSame what the findings assume as long as nobody has decided
 * @param evidence the levels of agreement with their weights; holds no person's data
 */
public record DoubtfulPair(
    long personId,
    String supply,
    long deliveryId,
    int line,
    String recordId,
    double posterior,
    boolean takenAsSame,
    String evidence) {}
