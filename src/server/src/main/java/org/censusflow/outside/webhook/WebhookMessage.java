package org.censusflow.outside.webhook;

import java.time.Instant;

/**
 * A message to one target.
 *
 * @param messageId stays the same when the message is sent again
 * @param nextAttemptAt null when nothing is left to do
 * @param outcome what the last attempt met, such as {@code HTTP 503}; null before the first
 */
record WebhookMessage(
    long id,
    String messageId,
    String target,
    String type,
    String body,
    Instant createdAt,
    int attempts,
    Instant nextAttemptAt,
    Instant deliveredAt,
    String outcome) {}
