/**
 * What the comparison of the census with the departments' records found: differences, figures, the
 * report and its signatures.
 */
package org.censusflow.crosscheck.compare;
