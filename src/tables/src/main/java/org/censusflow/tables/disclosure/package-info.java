/**
 * What of a table may be shown: sensitive cells by rule and by difference from what is already
 * released, and what is done about them. Terms and rules follow A. Hundepool et al., "Statistical
 * Disclosure Control" (2012), chapter 4.
 */
package org.censusflow.tables.disclosure;
