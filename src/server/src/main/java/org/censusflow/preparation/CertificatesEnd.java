package org.censusflow.preparation;

import java.time.LocalDate;
import java.util.List;

/**
 * Certificates of accounts do not count any more from a day on.
 *
 * @param reason Chinese, a few words
 */
public record CertificatesEnd(
    String censusId,
    String district,
    String subdistrict,
    List<String> accounts,
    LocalDate day,
    String reason) {}
