package org.censusflow.registration.longform;

/** Households of a block did not answer by themselves in time and are to be visited. */
public record HouseholdsReturned(String censusId, String block, int households) {}
