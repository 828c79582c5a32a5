/**
 * What the departments hand over: requests, deliveries with their receipts, the rows that were kept
 * and those that were not. Records come in; nothing about a person ever goes out (Statistics Law
 * art. 28, census regulation art. 33).
 */
package org.censusflow.crosscheck.delivery;
