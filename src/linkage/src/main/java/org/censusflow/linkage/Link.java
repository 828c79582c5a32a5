package org.censusflow.linkage;

/**
 * A row of the left and a row of the right that are, or may be, one person.
 *
 * @param left row of the left population
 * @param right row of the right population
 * @param verdict match or review
 * @param posterior probability that both are one person, given everything compared and the rivals
 *     of both rows
 * @param pattern agreement pattern, for {@link ComparisonResult#explain}
 * @param copy whether another row of the left is linked to the same row of the right with better
 *     evidence
 */
public record Link(
    int left, int right, Verdict verdict, double posterior, long pattern, boolean copy) {}
