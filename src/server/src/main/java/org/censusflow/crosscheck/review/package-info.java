/**
 * Clerical review: two people decide, blind to each other and to the score, whether a census row
 * and a record are one person.
 */
package org.censusflow.crosscheck.review;
