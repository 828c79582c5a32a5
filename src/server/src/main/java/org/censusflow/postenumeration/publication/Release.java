package org.censusflow.postenumeration.publication;

import java.time.Instant;

/**
 * Figures that are public.
 *
 * @param kind {@code communique}, {@code tables} or {@code correction}
 * @param methodNote what the figures mean and how they came about
 * @param corrects number of the release that this one corrects; null for none
 * @param correction what was wrong, and why; null for none
 * @param correctedBy number of the release that corrects this one; null for none
 */
public record Release(
    long number,
    String kind,
    String title,
    String content,
    String methodNote,
    Long corrects,
    String correction,
    Long correctedBy,
    Instant releasedAt) {}
