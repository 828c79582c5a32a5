package org.censusflow.base.district;

/**
 * How a block is registered and when its registration is good enough. Shares lie between 0 and 1.
 *
 * @param visits visits that a household gets before it may be closed with what its neighbours, the
 *     community or the property manager know
 * @param redos how often a block's own enumerator may register it anew; after that somebody else
 *     does
 * @param recheckShare households of a block that a supervisor rechecks, drawn at random
 * @param recheckErrorShare most wrong items among those that the recheck looked at
 * @param proxyShare most households closed with what others know, among all that are settled
 */
public record FieldWorkNorm(
    int visits, int redos, double recheckShare, double recheckErrorShare, double proxyShare) {}
