/**
 * Populations in columns: what a register or the census says of its persons, standardised once on
 * the way in so that every later step compares numbers instead of text.
 */
package org.censusflow.linkage.population;
