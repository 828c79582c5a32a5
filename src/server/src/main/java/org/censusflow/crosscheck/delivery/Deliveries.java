package org.censusflow.crosscheck.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.censusflow.crosscheck.request.RequestLedger;
import org.censusflow.files.RecordLayout;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes in departments' files, whichever way they come, and gives their rows to the comparison. */
@Component
public class Deliveries {

  private final DeliveryLedger ledger;
  private final RequestLedger requests;
  private final AbandonedDeliveries abandoned;
  private final DeliveryUpload upload;
  private final Receipts receipts;
  private final StoredRegisters rows;

  Deliveries(
      DeliveryLedger ledger,
      RequestLedger requests,
      AbandonedDeliveries abandoned,
      DeliveryUpload upload,
      Receipts receipts,
      StoredRegisters rows) {
    this.ledger = ledger;
    this.requests = requests;
    this.abandoned = abandoned;
    this.upload = upload;
    this.receipts = receipts;
    this.rows = rows;
  }

  /**
   * Takes a whole file at once, by the same way as one in parts. Rows that can be read are kept,
   * the others are listed with their reason; a file that cannot be read at all goes into
   * quarantine. The same file for the same request again changes nothing and returns the same
   * receipt.
   *
   * @param sender the account that hands the file over
   * @throws DeliveryRefused when the request is closed or the file is not the one in the manifest
   */
  public Receipt deliver(String requestId, Manifest manifest, InputStream file, String sender)
      throws IOException {
    return upload.whole(requestId, manifest, file, sender);
  }

  /** The delivery of a request that came last and was closed, if any was. */
  public Optional<Receipt> latest(String requestId) {
    return receipts.latest(requestId);
  }

  public Receipt receipt(long deliveryId) {
    return receipts.of(deliveryId);
  }

  /**
   * Holds the latest delivery of a request against its manifest and the district's limits.
   *
   * @param mostRejected the largest share of rejected rows that is taken, between 0 and 1
   * @param fewestRows fewer rows than this make a delivery short
   * @return what is wrong, in Chinese for the department; empty when the delivery is good
   */
  public Optional<String> shortcoming(String requestId, double mostRejected, int fewestRows) {
    Optional<Delivery> delivered = ledger.latest(requestId);
    if (delivered.isEmpty() || delivered.get().state() == DeliveryState.RETURNED) {
      return Optional.of("尚未收到文件，请上传后再提交。");
    }
    Delivery last = delivered.get();
    if (last.state() == DeliveryState.QUARANTINED) {
      return Optional.of(last.reason());
    }
    List<Delivery> chain = chain(last);
    int records =
        chain.size() == 1
            ? last.accepted()
            : rows.records(chain.stream().map(Delivery::id).toList());
    return Shortcomings.of(chain, records, mostRejected, fewestRows);
  }

  /** A delivery and those that it completes, the last first. */
  private List<Delivery> chain(Delivery last) {
    List<Delivery> chain = new ArrayList<>(List.of(last));
    for (Long earlier = last.completes(); earlier != null; ) {
      Delivery next = ledger.require(earlier);
      chain.add(next);
      earlier = next.completes();
    }
    return chain;
  }

  /** Takes the latest delivery of a request, with those it completes, and closes the request. */
  @Transactional
  public void accept(String requestId) {
    Delivery last = ledger.latest(requestId).orElseThrow();
    chain(last).forEach(delivery -> ledger.mark(delivery.id(), DeliveryState.ACCEPTED, null));
    ledger.move(requestId, DeliveryState.RECEIVED, DeliveryState.REPLACED, last.id());
    abandoned.letGoOf(requestId);
    requests.accepted(requestId);
  }

  /** Sends the latest delivery of a request back; one in quarantine stays there as well. */
  @Transactional
  public void returnLatest(String requestId, String reason) {
    ledger
        .latest(requestId)
        .filter(last -> last.state() == DeliveryState.RECEIVED)
        .ifPresent(last -> ledger.mark(last.id(), DeliveryState.RETURNED, reason));
    requests.returned(requestId, reason);
  }

  /**
   * Streams the rows of the accepted delivery of one kind of record. Where deliveries complete one
   * another, a record counts as the last of them has it.
   */
  @Transactional(readOnly = true)
  public void forEachAccepted(String censusId, String supply, Consumer<RegisterRow> reader) {
    rows.forEachAccepted(censusId, supply, reader);
  }

  /** The register rows with the given keys, read delivery by delivery. */
  public Map<RegisterRow.Key, RegisterRow> rows(List<RegisterRow.Key> keys) {
    return rows.rows(keys);
  }

  /** What staff call a kind of record. */
  public String supplyLabel(String supply) {
    return RecordLayout.ofSupply(supply).label();
  }
}
