/**
 * What is compared with what and how: fields, comparison levels, blocking rules, thresholds. Data,
 * no behaviour.
 */
package org.censusflow.linkage.spec;
