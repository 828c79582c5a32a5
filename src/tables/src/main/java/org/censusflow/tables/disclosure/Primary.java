package org.censusflow.tables.disclosure;

/**
 * A sensitive cell, and how far off one who computes it from the rest of the table must be able to
 * be.
 *
 * @param cell number in its table
 * @param up how far above its value the largest possible value must be
 * @param down how far below its value the smallest possible value must be
 */
public record Primary(int cell, Reason reason, long up, long down) {}
