/**
 * Boundary disputes between subdistricts: what both sides and the units said, who counts the plot
 * until it is settled, and the boundary that was decided, which the census areas then follow.
 */
package org.censusflow.mapping.dispute;
