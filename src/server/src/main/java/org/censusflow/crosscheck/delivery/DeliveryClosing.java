package org.censusflow.crosscheck.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.censusflow.crosscheck.request.RecordRequest;
import org.censusflow.crosscheck.request.RequestLedger;
import org.censusflow.crosscheck.vault.Part;
import org.censusflow.crosscheck.vault.PartStore;
import org.censusflow.files.Content;
import org.censusflow.files.FileSurvey;
import org.censusflow.files.Unreadable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Closes deliveries: puts the parts together, reads the file and stores its rows, all in one
 * transaction. A server that dies in the middle has stored nothing; closing once more begins again
 * from the parts.
 */
@Component
class DeliveryClosing {

  private static final Logger log = LoggerFactory.getLogger(DeliveryClosing.class);

  private final DeliveryLedger ledger;
  private final RequestLedger requests;
  private final PartStore parts;
  private final RowStore rows;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;

  DeliveryClosing(
      DeliveryLedger ledger,
      RequestLedger requests,
      PartStore parts,
      RowStore rows,
      ApplicationEventPublisher events,
      PlatformTransactionManager transactions) {
    this.ledger = ledger;
    this.requests = requests;
    this.parts = parts;
    this.rows = rows;
    this.events = events;
    transaction = new TransactionTemplate(transactions);
    transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** What makes a delivery go into quarantine, carried out of the transaction that is undone. */
  private static final class Quarantined extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient DeliveryIntake intake;

    Quarantined(String reason, DeliveryIntake intake) {
      super(reason, null, false, false);
      this.intake = intake;
    }
  }

  /** Closes a delivery; one that is closed already stays as it is. */
  void close(long id, Closing closing) {
    run(id, closing, DeliveryState.OPEN);
  }

  /** Reads a delivery in quarantine again; one that still cannot be read stays there. */
  void retry(long id) {
    Delivery delivery = ledger.require(id);
    run(
        id,
        new Closing(parts.parts(id).size(), delivery.manifest().count(), delivery.sha256()),
        DeliveryState.QUARANTINED);
  }

  private void run(long id, Closing closing, DeliveryState from) {
    try {
      transaction.executeWithoutResult(status -> read(id, closing, from));
    } catch (Quarantined unread) {
      transaction.executeWithoutResult(
          status -> quarantine(id, closing, from, unread.intake, unread.getMessage()));
    }
  }

  private void read(long id, Closing closing, DeliveryState from) {
    Delivery delivery = ledger.lock(id);
    if (delivery.state() != from) {
      return;
    }
    RecordRequest request = open(delivery);
    checkParts(delivery, closing);
    FileSurvey survey = survey(delivery, closing);
    if (survey.bytes() == 0) {
      throw new DeliveryRefused("CF-E606 文件是空的，请核对后重新上传。");
    }
    String stated = closing.sha256() == null ? delivery.manifest().sha256() : closing.sha256();
    if (stated != null && !stated.equalsIgnoreCase(survey.sha256())) {
      throw new DeliveryRefused("CF-E607 文件与申报的 SHA-256 不一致，传输中可能受损，请重新上传。");
    }
    Optional<Delivery> earlier =
        ledger.latest(request.id()).filter(it -> same(it, delivery, closing, survey));
    if (earlier.isPresent()) {
      ledger.repeats(id, earlier.get().id(), survey.sha256());
      parts.erase(id);
      return;
    }
    DeliveryIntake intake = stored(request, delivery, closing, survey);
    boolean late = ledger.now().isAfter(request.dueAt());
    ledger.close(id, DeliveryState.RECEIVED, closing, intake, late);
    if (delivery.manifest().mode() == Manifest.Mode.REPLACE) {
      ledger.move(request.id(), DeliveryState.RECEIVED, DeliveryState.REPLACED, id);
    }
    parts.erase(id);
    requests.received(request.id());
    log.info(
        "CF-I601 Delivery {} for {} stored: {} rows, {} rejected, {} bytes, {}",
        id,
        request.id(),
        intake.accepted(),
        intake.rejected(),
        intake.bytes(),
        intake.encoding());
    events.publishEvent(new DeliveryReceived(request.id(), id));
  }

  private RecordRequest open(Delivery delivery) {
    RecordRequest request = requests.lock(delivery.requestId());
    if (!request.status().open()) {
      throw DeliveryRefused.requestClosed();
    }
    return request;
  }

  private void checkParts(Delivery delivery, Closing closing) {
    Integer declared = delivery.manifest().count();
    if (declared != null && declared != closing.count()) {
      throw new DeliveryRefused(
          "CF-E606 关闭时申报 " + closing.count() + " 条，建立交付时申报 " + declared + " 条，两者不一致。");
    }
    List<Part> there = parts.parts(delivery.id());
    boolean whole = there.size() == closing.parts();
    for (int i = 0; i < there.size() && whole; i++) {
      whole = there.get(i).number() == i + 1;
    }
    if (!whole) {
      throw new DeliveryRefused(
          "CF-E606 申报共 " + closing.parts() + " 片，已收到 " + there.size() + " 片，请补齐缺少的分片后再关闭。");
    }
  }

  private FileSurvey survey(Delivery delivery, Closing closing) {
    try {
      return FileSurvey.of(file(delivery, closing), delivery.manifest().encoding());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same content with the same manifest as what came last, and no news therefore. */
  private static boolean same(
      Delivery last, Delivery delivery, Closing closing, FileSurvey survey) {
    return last.id() != delivery.id()
        && survey.sha256().equals(last.sha256())
        && last.manifest().count() != null
        && last.manifest().count() == closing.count()
        && last.manifest().mode() == delivery.manifest().mode()
        && last.manifest().asOf().equals(delivery.manifest().asOf());
  }

  private DeliveryIntake stored(
      RecordRequest request, Delivery delivery, Closing closing, FileSurvey survey) {
    try {
      return rows.store(
          request, delivery, survey, file(delivery, closing), completes(request, delivery));
    } catch (Unreadable e) {
      throw new Quarantined(e.getMessage(), DeliveryIntake.unread(survey));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Long completes(RecordRequest request, Delivery delivery) {
    return delivery.manifest().mode() == Manifest.Mode.REPLACE
        ? null
        : ledger.latestReadable(request.id()).map(Delivery::id).orElse(null);
  }

  private Content file(Delivery delivery, Closing closing) {
    return () -> parts.file(delivery.id(), closing.parts());
  }

  private void quarantine(
      long id, Closing closing, DeliveryState from, DeliveryIntake intake, String reason) {
    Delivery delivery = ledger.lock(id);
    if (delivery.state() != from) {
      return;
    }
    if (from == DeliveryState.QUARANTINED) {
      ledger.mark(id, from, reason);
      return;
    }
    RecordRequest request = open(delivery);
    ledger.close(
        id, DeliveryState.QUARANTINED, closing, intake, ledger.now().isAfter(request.dueAt()));
    ledger.mark(id, DeliveryState.QUARANTINED, reason);
    log.warn(
        "CF-W603 Delivery {} for {} cannot be read and is in quarantine: {} bytes, {}",
        id,
        request.id(),
        intake.bytes(),
        intake.format().toUpperCase(Locale.ROOT));
    events.publishEvent(new DeliveryQuarantined(request.id(), id, reason));
    events.publishEvent(new DeliveryReceived(request.id(), id));
  }
}
