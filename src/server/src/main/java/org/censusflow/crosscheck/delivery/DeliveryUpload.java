package org.censusflow.crosscheck.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.censusflow.crosscheck.request.RequestLedger;
import org.censusflow.crosscheck.vault.Part;
import org.censusflow.crosscheck.vault.PartStore;
import org.censusflow.files.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** How a department's file arrives: opened, part by part, closed. Every step may be repeated. */
@Component
class DeliveryUpload {

  private static final Logger log = LoggerFactory.getLogger(DeliveryUpload.class);

  private final RequestLedger requests;
  private final DeliveryLedger ledger;
  private final PartStore parts;
  private final DeliveryClosing closing;
  private final Receipts receipts;
  private final DeliverySettings settings;

  DeliveryUpload(
      RequestLedger requests,
      DeliveryLedger ledger,
      PartStore parts,
      DeliveryClosing closing,
      Receipts receipts,
      DeliverySettings settings) {
    this.requests = requests;
    this.ledger = ledger;
    this.parts = parts;
    this.closing = closing;
    this.receipts = receipts;
    this.settings = settings;
  }

  /** A delivery, and whether it was opened just now. */
  record Opened(Delivery delivery, boolean isNew) {}

  /** Largest part that is taken, in bytes. */
  int partBytes() {
    return Math.toIntExact(settings.partSize().toBytes());
  }

  /**
   * @throws DeliveryConflict when the client key stands for a delivery with another manifest
   * @throws DeliveryRefused when the request is closed or there is nothing to complete
   */
  Opened open(String requestId, Manifest manifest, String sender) {
    Optional<Delivery> known = ledger.ofClientKey(requestId, manifest.clientKey());
    if (known.isEmpty()) {
      checkOpen(requestId);
      if (manifest.mode() == Manifest.Mode.COMPLETE && ledger.latestReadable(requestId).isEmpty()) {
        throw new DeliveryRefused("CF-E614 没有可以补充的上一次交付，请交付全部资料（mode 为 replace）。");
      }
      try {
        long id = ledger.open(requestId, manifest, sender);
        return new Opened(ledger.require(id), true);
      } catch (DuplicateKeyException e) {
        known = ledger.ofClientKey(requestId, manifest.clientKey());
      }
    }
    Delivery delivery = known.orElseThrow();
    if (!agrees(delivery.manifest(), manifest)) {
      throw new DeliveryConflict("CF-E608 该 clientKey 已用于另一次交付，请换一个。");
    }
    return new Opened(delivery, false);
  }

  /** After closing, the count is known though the first manifest may have left it open. */
  private static boolean agrees(Manifest known, Manifest again) {
    return known.asOf().equals(again.asOf())
        && known.mode() == again.mode()
        && (again.count() == null
            || known.count() == null
            || Objects.equals(known.count(), again.count()));
  }

  private void checkOpen(String requestId) {
    if (!requests.require(requestId).status().open()) {
      throw DeliveryRefused.requestClosed();
    }
  }

  /**
   * Keeps a part.
   *
   * @param stated hash that the department computed
   * @throws DeliveryRefused when the bytes are not those of the hash, or the request is closed
   * @throws DeliveryConflict when another part has the number, or the delivery is closed
   * @throws DeliveryTooLarge when the part or the file is too large
   */
  void put(Delivery delivery, int number, String stated, byte[] content) {
    if (content.length > partBytes()) {
      throw new DeliveryTooLarge("CF-E604 分片超过 " + partBytes() + " 字节，请分成更小的片。");
    }
    String hash = Sha256.hex(content);
    if (!hash.equals(stated.toLowerCase(Locale.ROOT))) {
      throw new DeliveryRefused("CF-E602 分片与 X-Content-SHA256 不一致，传输中可能受损，请重新上传该片。");
    }
    checkKept(delivery);
    if (isThere(delivery, number, hash)) {
      log.info("CF-I603 Part {} of delivery {} came again; nothing changed", number, delivery.id());
      return;
    }
    if (delivery.state() != DeliveryState.OPEN) {
      throw new DeliveryConflict("CF-E605 该交付已关闭，不再接收分片。");
    }
    checkOpen(delivery.requestId());
    if ((long) number * partBytes() > settings.largest().toBytes() + partBytes()) {
      throw new DeliveryTooLarge(
          "CF-E604 文件超过 "
              + settings.largest().toMegabytes()
              + " MB，不能接收：请只交付所要的列；仍然超过的，由系统管理员调高 censusflow.delivery.largest 后重新交付。");
    }
    try {
      parts.keep(delivery.id(), number, hash, content);
      ledger.continued(delivery.id());
    } catch (DuplicateKeyException e) {
      isThere(delivery, number, hash);
    }
  }

  private static void checkKept(Delivery delivery) {
    if (delivery.state() == DeliveryState.ABANDONED) {
      throw new DeliveryConflict("CF-E619 该交付" + delivery.reason() + "；请用新的 clientKey 重新交付全部资料。");
    }
  }

  private boolean isThere(Delivery delivery, int number, String hash) {
    Optional<Part> there = parts.find(delivery.id(), number);
    if (there.isPresent() && !there.get().sha256().equals(hash)) {
      throw new DeliveryConflict("CF-E603 第 " + number + " 片已经收到，内容不同；要更换内容，请建立新的交付。");
    }
    return there.isPresent();
  }

  Receipt close(long id, Closing last) {
    Delivery delivery = ledger.require(id);
    checkKept(delivery);
    if (delivery.state() != DeliveryState.OPEN) {
      log.info("CF-I603 Delivery {} was closed again; nothing changed", id);
    }
    closing.close(id, last);
    return receipts.of(id);
  }

  /** Takes a whole file at once. */
  Receipt whole(String requestId, Manifest manifest, InputStream file, String sender)
      throws IOException {
    Delivery delivery = open(requestId, manifest, sender).delivery();
    int number = 0;
    for (byte[] part = file.readNBytes(partBytes());
        part.length > 0;
        part = file.readNBytes(partBytes())) {
      put(delivery, ++number, Sha256.hex(part), part);
    }
    return close(delivery.id(), new Closing(number, manifest.count(), manifest.sha256()));
  }
}
