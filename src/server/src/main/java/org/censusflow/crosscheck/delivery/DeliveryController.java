package org.censusflow.crosscheck.delivery;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.censusflow.base.access.Caller;
import org.censusflow.base.access.Coded;
import org.censusflow.crosscheck.vault.PartStore;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Deliveries in parts, for departments' own programs: open, put parts, close. Every call may be
 * repeated after an interruption without a second effect.
 */
@RestController
@RequestMapping("/api")
class DeliveryController {

  private static final int MOST_PARTS = 100_000;

  private final DeliveryGate gate;
  private final DeliveryUpload upload;
  private final PartStore parts;
  private final Receipts receipts;

  DeliveryController(DeliveryGate gate, DeliveryUpload upload, PartStore parts, Receipts receipts) {
    this.gate = gate;
    this.upload = upload;
    this.parts = parts;
    this.receipts = receipts;
  }

  /** The manifest as it is sent. */
  record Opening(
      @Coded String clientKey,
      LocalDate asOf,
      @Coded String mode,
      @Coded String encoding,
      Integer count,
      @Coded String sha256) {}

  /**
   * Opens a delivery, or finds the one with the same client key again. For the department that was
   * asked.
   *
   * @return {@code 201} a new delivery, {@code 200} the one that the key has already
   * @throws ManifestInvalid a statement about the file is missing or wrong
   * @throws DeliveryConflict the client key stands for another delivery
   * @throws DeliveryRefused the request is done, or there is nothing to complete
   */
  @PostMapping("/record-requests/{requestId}/deliveries")
  ResponseEntity<DeliveryView> open(@PathVariable String requestId, @RequestBody Opening opening) {
    Caller caller = gate.supplier(requestId);
    DeliveryUpload.Opened opened =
        upload.open(requestId, ManifestRules.manifest(opening), caller.user());
    if (opened.isNew()) {
      gate.done(caller, requestId, "delivery.open", "delivery", key(opened.delivery()));
    }
    return ResponseEntity.status(opened.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
        .body(view(opened.delivery()));
  }

  /**
   * Takes one part; the same part again has no effect. For the department that was asked.
   *
   * @param number from 1
   * @param sha256 of the part, in hexadecimal digits
   * @throws ManifestInvalid number or hash is missing or wrong
   * @throws DeliveryConflict another content stands under the number, or the delivery is closed
   * @throws DeliveryTooLarge the part or the delivery is too large
   * @throws DeliveryRefused the hash does not match the part
   */
  @PutMapping("/deliveries/{id}/parts/{number}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void put(
      @PathVariable long id,
      @PathVariable int number,
      @RequestHeader(name = "X-Content-SHA256", required = false) String sha256,
      HttpServletRequest request)
      throws IOException {
    Delivery delivery = gate.own(id);
    if (number < 1 || number > MOST_PARTS) {
      throw new ManifestInvalid("CF-E609 分片编号应在 1 到 " + MOST_PARTS + " 之间。");
    }
    if (sha256 == null) {
      throw new ManifestInvalid("CF-E609 请在请求头 X-Content-SHA256 中给出分片的 SHA-256。");
    }
    int most = upload.partBytes();
    if (request.getContentLengthLong() > most) {
      throw new DeliveryTooLarge("CF-E604 分片超过 " + most + " 字节，请分成更小的片。");
    }
    upload.put(delivery, number, sha256, request.getInputStream().readNBytes(most + 1));
  }

  /**
   * Says where a delivery stands and which parts have arrived: go on behind them. For the
   * department that was asked.
   */
  @GetMapping("/deliveries/{id}")
  DeliveryView state(@PathVariable long id) {
    return view(gate.own(id));
  }

  /**
   * Ends a delivery and answers with the receipt; again: with the same receipt. For the department
   * that was asked.
   *
   * @throws ManifestInvalid a statement about the delivery is missing or wrong
   * @throws DeliveryRefused parts are missing, or the hash does not match
   * @throws PessimisticLockingFailureException an earlier call is still at work: try again after
   *     {@code Retry-After} seconds
   */
  @PostMapping("/deliveries/{id}/close")
  Receipt close(@PathVariable long id, @RequestBody Closing closing) {
    Delivery delivery = gate.own(id);
    ManifestRules.check(closing);
    Receipt receipt = upload.close(id, closing);
    if (delivery.state() == DeliveryState.OPEN) {
      gate.done(Caller.current(), delivery.requestId(), "delivery.send", "delivery", key(delivery));
    }
    return receipt;
  }

  /**
   * Hands out the receipt. For the department that was asked, the census office and its leads.
   *
   * @param format {@code json}, {@code csv} or {@code txt}
   * @throws DeliveryConflict the delivery is still open
   */
  @GetMapping("/deliveries/{id}/receipt")
  ResponseEntity<?> receipt(
      @PathVariable long id, @RequestParam(defaultValue = "json") String format) {
    Delivery delivery = gate.readable(id);
    if (delivery.state() == DeliveryState.OPEN) {
      throw new DeliveryConflict("CF-E605 该交付尚未关闭，没有回执。");
    }
    Receipt receipt = receipts.of(id);
    return switch (format) {
      case "csv" -> file(id, "csv", "text/csv", "\ufeff" + ReceiptText.csv(receipt));
      case "txt" -> file(id, "txt", "text/plain", ReceiptText.plain(receipt));
      default -> ResponseEntity.ok(receipt);
    };
  }

  private static ResponseEntity<String> file(long id, String ending, String type, String content) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(type + ";charset=UTF-8"))
        .header("Content-Disposition", "attachment; filename=\"receipt-" + id + "." + ending + "\"")
        .body(content);
  }

  /**
   * Hands back the rejected rows as they came, with line and reason behind; audited. For the
   * department that was asked.
   */
  @GetMapping("/deliveries/{id}/rejects.csv")
  void rejects(@PathVariable long id, HttpServletResponse response) throws IOException {
    Delivery delivery = gate.own(id);
    gate.done(
        Caller.current(), delivery.requestId(), "delivery.rejects", "delivery", key(delivery));
    response.setContentType("text/csv;charset=UTF-8");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.setHeader("Content-Disposition", "attachment; filename=\"rejects-" + id + ".csv\"");
    PrintWriter out = response.getWriter();
    out.write('\ufeff');
    receipts.rejected(id, line -> out.append(line).append("\r\n"));
  }

  private DeliveryView view(Delivery delivery) {
    return DeliveryView.of(delivery, parts.parts(delivery.id()), upload.partBytes());
  }

  private static String key(Delivery delivery) {
    return String.valueOf(delivery.id());
  }
}
