/**
 * Tells other programs what happens in the census: an outbox that is filled in the transaction of
 * what it tells of, and a sender that signs, repeats and gives up in the open. A message holds
 * keys, dates and counts, never a person.
 */
package org.censusflow.outside.webhook;
