package org.censusflow.postenumeration.publication;

import java.time.Instant;

/**
 * Proof that what identified people of one census is destroyed.
 *
 * @param content what was destroyed when, why and by whom, in Chinese; counts and account ids
 * @param sha256 of the content, in UTF-8
 * @param unchanged whether the content still has that hash
 */
public record Certificate(
    String number, String content, String sha256, boolean unchanged, Instant issuedAt) {}
