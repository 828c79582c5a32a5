package org.censusflow.base.district;

/**
 * What one person can be asked to do.
 *
 * @param households an enumerator's households
 * @param persons an enumerator's persons
 * @param fewestEnumerators fewest enumerators for each supervisor
 * @param mostEnumerators most enumerators for each supervisor
 */
public record LoadNorm(int households, int persons, int fewestEnumerators, int mostEnumerators) {}
