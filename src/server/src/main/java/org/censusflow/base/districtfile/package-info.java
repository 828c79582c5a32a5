/**
 * How the files of districts, clauses and the working-day calendar are read, and every fault that
 * is found in them at once.
 */
package org.censusflow.base.districtfile;
