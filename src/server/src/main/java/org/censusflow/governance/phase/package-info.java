/**
 * The phases of a census: whether each keeps to the window of the district's file, and the gate
 * into registration. {@link org.censusflow.governance.phase.Phases} says how they stand.
 */
package org.censusflow.governance.phase;
