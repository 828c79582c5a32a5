package org.censusflow.crosscheck.delivery;

/** A department's delivery has been stored and waits to be checked. */
public record DeliveryReceived(String requestId, long deliveryId) {}
