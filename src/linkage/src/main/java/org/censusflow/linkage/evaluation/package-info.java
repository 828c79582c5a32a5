/** How good a comparison is, measured against pairs that are known to be one person. */
package org.censusflow.linkage.evaluation;
