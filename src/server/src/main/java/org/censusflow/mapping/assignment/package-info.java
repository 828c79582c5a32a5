/** Who works in which block, and who takes over. */
package org.censusflow.mapping.assignment;
