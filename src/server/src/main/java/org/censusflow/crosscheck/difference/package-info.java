/**
 * What the comparison found and what people decided about it: differences, their verification in
 * the field, their review by another person, and the corrections that follow.
 */
package org.censusflow.crosscheck.difference;
