/**
 * The special populations of the registration phase: who answers for each, how many there are, and
 * whether all have been reached. Counts only; the persons themselves are registered like everyone
 * else, those of the armed forces by the armed forces.
 */
package org.censusflow.registration.specialpopulation;
