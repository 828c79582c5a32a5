package org.censusflow.delivery;

/** A department's delivery could not be read; the office decides what becomes of it. */
public record DeliveryQuarantined(String requestId, long deliveryId) {}
