package org.censusflow.crosscheck.delivery;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.censusflow.crosscheck.vault.Part;

/** Where a delivery stands, for who sends it: enough to go on after an interruption. */
record DeliveryView(
    long deliveryId,
    String requestId,
    String state,
    int partBytes,
    String clientKey,
    LocalDate asOf,
    String mode,
    String encoding,
    Integer count,
    String sha256,
    Instant openedAt,
    Instant closedAt,
    String reason,
    List<Part> parts) {

  static DeliveryView of(Delivery delivery, List<Part> parts, int partBytes) {
    boolean open = delivery.state() == DeliveryState.OPEN;
    Manifest manifest = delivery.manifest();
    return new DeliveryView(
        delivery.id(),
        delivery.requestId(),
        delivery.state().word(),
        partBytes,
        manifest.clientKey(),
        manifest.asOf(),
        manifest.mode().name().toLowerCase(Locale.ROOT),
        open ? manifest.encoding() : delivery.encoding(),
        manifest.count(),
        open ? manifest.sha256() : delivery.sha256(),
        delivery.openedAt(),
        open ? null : delivery.receivedAt(),
        delivery.reason(),
        parts);
  }
}
