/**
 * What people decide about differences in the field: verification, review by another person, and
 * the corrections that follow.
 */
package org.censusflow.crosscheck.recheck;
