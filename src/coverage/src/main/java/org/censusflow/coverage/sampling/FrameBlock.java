package org.censusflow.coverage.sampling;

/**
 * A block that can be drawn.
 *
 * @param stratum blocks of one kind, of which a set number is drawn
 * @param code unique in the frame
 * @param size persons, or households, by which it is drawn; above zero
 */
public record FrameBlock(String stratum, String code, long size) {}
