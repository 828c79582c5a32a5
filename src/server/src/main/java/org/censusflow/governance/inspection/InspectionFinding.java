package org.censusflow.governance.inspection;

/**
 * What an inspection or a quality check found; in force once somebody else has countersigned.
 *
 * @param item its number in the record, from 1
 * @param kind what it is about, such as {@code training}
 * @param severity {@code ordinary} or {@code serious}
 * @param deadline key of the deadline in the district's file by which it is to be put right
 * @param refers whether it looks like a violation of the law
 */
public record InspectionFinding(
    int item,
    String kind,
    String title,
    String content,
    String severity,
    String deadline,
    boolean refers) {}
