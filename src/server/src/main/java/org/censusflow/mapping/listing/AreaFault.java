package org.censusflow.mapping.listing;

/**
 * One thing that is wrong with a file.
 *
 * @param row line of the file, the header being line 1, or number of the outline; 0 for the file as
 *     a whole
 * @param code code of the area, block or building that the row is about; empty when it has none
 * @param reason what is wrong, in Chinese
 */
public record AreaFault(int row, String code, String reason) {}
