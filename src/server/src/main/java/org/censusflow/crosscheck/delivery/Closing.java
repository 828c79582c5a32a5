package org.censusflow.crosscheck.delivery;

import org.censusflow.base.access.Coded;

/**
 * What a department says when it has sent the last part.
 *
 * @param parts how many parts there are
 * @param count how many records they hold together
 * @param sha256 of all parts one behind the other, in hexadecimal; null when the channel does not
 *     state it
 */
public record Closing(int parts, int count, @Coded String sha256) {}
