package org.censusflow.crosscheck.delivery;

/**
 * A department's delivery could not be read; the office decides what becomes of it.
 *
 * @param reason why, in Chinese; quotes nothing of the file
 */
public record DeliveryQuarantined(String requestId, long deliveryId, String reason) {}
