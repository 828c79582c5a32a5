package org.censusflow.district;

/** A district and the name of the file that it was read from. */
record DistrictFile(String name, District district) {}
