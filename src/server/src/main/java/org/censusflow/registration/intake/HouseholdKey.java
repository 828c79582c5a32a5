package org.censusflow.registration.intake;

/** A household's place within its census. */
record HouseholdKey(String block, int number) {}
