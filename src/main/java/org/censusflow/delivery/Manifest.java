package org.censusflow.delivery;

import java.time.LocalDate;

/**
 * What a department says about the file that it hands over.
 *
 * @param count number of records in the file
 * @param asOf the day that the records describe
 * @param sha256 of the file's bytes in hexadecimal; null when the channel does not state it
 */
public record Manifest(int count, LocalDate asOf, String sha256) {}
