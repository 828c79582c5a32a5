/**
 * The audit trail after it is written: sealed in a chain, taken out of the database, verified
 * anywhere, searched by those who answer for it.
 */
package org.censusflow.base.audit;
