package org.censusflow.linkage.population;

/**
 * A row that could not be read. Never holds a person's data.
 *
 * @param line the line of the file on which the row starts, from 1
 * @param reason what was wrong with it
 */
public record RejectedRow(long line, String reason) {}
