package org.censusflow.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import org.censusflow.access.AuditTrail;
import org.censusflow.access.Caller;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/**
 * Where a department, by Tasklist or by its own program, hands a file over and reads its receipt.
 */
@RestController
@RequestMapping("/api/requests/{requestId}")
class DeliveryController {

  private final RequestLedger ledger;
  private final Deliveries deliveries;
  private final AuditTrail audit;

  DeliveryController(RequestLedger ledger, Deliveries deliveries, AuditTrail audit) {
    this.ledger = ledger;
    this.deliveries = deliveries;
    this.audit = audit;
  }

  record Refusal(String message) {}

  @PostMapping("/deliveries")
  @ResponseStatus(HttpStatus.CREATED)
  Receipt deliver(
      @PathVariable String requestId,
      @RequestParam MultipartFile file,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate asOf,
      @RequestParam int count,
      @RequestParam(required = false) String sha256)
      throws IOException {
    Caller caller = supplier(requestId);
    try (InputStream content = file.getInputStream()) {
      Receipt receipt =
          deliveries.deliver(requestId, new Manifest(count, asOf, sha256), content, caller.user());
      audit.record(
          caller.user(),
          ledger.require(requestId).district(),
          "delivery.send",
          "request",
          requestId);
      return receipt;
    }
  }

  @GetMapping("/receipt")
  Receipt receipt(@PathVariable String requestId) {
    supplier(requestId);
    return deliveries.latest(requestId).orElseThrow(() -> new DeliveryRefused("尚未收到文件。"));
  }

  /**
   * Only the department that was asked may answer, and whoever it is, a request that is not theirs
   * does not exist.
   */
  private Caller supplier(String requestId) {
    Caller caller = Caller.current();
    boolean own =
        ledger
            .find(requestId)
            .filter(request -> caller.districts().contains(request.district()))
            .filter(request -> caller.inGroup(request.district() + "-" + request.unit()))
            .isPresent();
    if (!own) {
      throw new AccessDeniedException("Not a request to the caller's unit");
    }
    return caller;
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.UNPROCESSABLE_ENTITY)
  Refusal refused(DeliveryRefused refusal) {
    return new Refusal(refusal.getMessage());
  }
}
