package org.censusflow.crosscheck.delivery;

import java.util.concurrent.TimeUnit;
import org.censusflow.crosscheck.vault.PartStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets deliveries go that were begun and never closed: what their parts held is deleted, since
 * nobody asked for pieces of a register; which parts there were stays known.
 */
@Component
public class AbandonedDeliveries {

  private static final Logger log = LoggerFactory.getLogger(AbandonedDeliveries.class);

  private final DeliveryLedger ledger;
  private final PartStore parts;
  private final DeliverySettings settings;

  AbandonedDeliveries(DeliveryLedger ledger, PartStore parts, DeliverySettings settings) {
    this.ledger = ledger;
    this.parts = parts;
    this.settings = settings;
  }

  /** Those to which nothing was added for the time that the settings name. */
  @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.HOURS)
  @Transactional
  public void letGoOld() {
    long days = settings.abandonedAfter().toDays();
    ledger
        .openSince(ledger.now().minus(settings.abandonedAfter()))
        .forEach(delivery -> letGo(delivery, days + " 天没有继续，已收到的分片已删除"));
  }

  /** Those of a request that is done. */
  public void letGoOf(String requestId) {
    ledger.ofRequest(requestId).stream()
        .filter(delivery -> delivery.state() == DeliveryState.OPEN)
        .forEach(delivery -> letGo(delivery, "请求已办结，已收到的分片已删除"));
  }

  private void letGo(Delivery delivery, String reason) {
    // Whoever closes it at the moment comes first.
    if (ledger.lock(delivery.id()).state() == DeliveryState.OPEN) {
      ledger.mark(delivery.id(), DeliveryState.ABANDONED, reason);
      parts.erase(delivery.id());
      log.info(
          "CF-I602 Delivery {} for {} was begun on {} and never closed; its parts are deleted",
          delivery.id(),
          delivery.requestId(),
          delivery.openedAt());
    }
  }
}
