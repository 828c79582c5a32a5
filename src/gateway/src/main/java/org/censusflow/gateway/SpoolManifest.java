package org.censusflow.gateway;

import java.time.LocalDate;

/**
 * What is said of a delivery that waits in the spool.
 *
 * @param sha256 of the file, hexadecimal
 */
record SpoolManifest(
    String clientKey, String requestId, long count, long bytes, String sha256, LocalDate asOf) {}
