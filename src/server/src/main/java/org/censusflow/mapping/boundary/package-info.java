/** How blocks are split, merged and moved: proposals by the norm, and the changes that are made. */
package org.censusflow.mapping.boundary;
