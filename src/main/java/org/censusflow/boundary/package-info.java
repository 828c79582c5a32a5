/**
 * Boundary disputes between subdistricts: what both sides and the units said, who counts the plot
 * until it is settled, and the boundary that was decided. {@link
 * org.censusflow.boundary.BoundaryChangeTaker} is where census areas take a decision in.
 */
package org.censusflow.boundary;
