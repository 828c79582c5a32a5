/**
 * The phases of a census: whether each keeps to the window of the district's file, and the gate
 * into registration. {@link org.censusflow.phase.Phases} says how they stand.
 */
package org.censusflow.phase;
