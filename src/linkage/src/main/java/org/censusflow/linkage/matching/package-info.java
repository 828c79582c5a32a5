/**
 * Record linkage by the model of Fellegi and Sunter (1969): identity-number join, blocking of the
 * residual, comparison levels, weights from {@code m} and {@code u} probabilities, posterior
 * probability, assignment.
 */
package org.censusflow.linkage.matching;
