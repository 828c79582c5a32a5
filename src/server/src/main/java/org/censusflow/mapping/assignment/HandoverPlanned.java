package org.censusflow.mapping.assignment;

import java.time.LocalDate;

/**
 * Somebody stops working in blocks on a day to come, or today without anybody to take over.
 *
 * @param account whose open tasks pass on that day
 * @param day first day on which somebody else works there
 * @param reason Chinese, a few words
 */
public record HandoverPlanned(
    String censusId,
    String district,
    String subdistrict,
    String account,
    LocalDate day,
    String reason) {}
