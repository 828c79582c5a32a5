package org.censusflow.crosscheck.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.UUID;
import org.censusflow.base.access.Caller;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/**
 * A whole file in one call, as Tasklist and small programs send it; on top of the way in parts,
 * with the same checks and the same receipt.
 */
@RestController
@RequestMapping("/api/requests/{requestId}")
class FileUploadController {

  private final DeliveryGate gate;
  private final Deliveries deliveries;

  FileUploadController(DeliveryGate gate, Deliveries deliveries) {
    this.gate = gate;
    this.deliveries = deliveries;
  }

  /**
   * Delivers a whole file in one call. For the department that was asked.
   *
   * @param asOf the day that the records describe
   * @param count records in the file
   * @param mode {@code replace} (the default) or {@code complete}
   * @param encoding as for a delivery in parts; found out when it is left out
   * @param sha256 of the file
   * @throws ManifestInvalid a statement about the file is missing or wrong
   * @throws DeliveryTooLarge the file is too large
   * @throws DeliveryRefused the request is done, or the hash does not match
   */
  @PostMapping("/deliveries")
  @ResponseStatus(HttpStatus.CREATED)
  Receipt deliver(
      @PathVariable String requestId,
      @RequestParam MultipartFile file,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate asOf,
      @RequestParam int count,
      @RequestParam(required = false) String mode,
      @RequestParam(required = false) String encoding,
      @RequestParam(required = false) String sha256)
      throws IOException {
    Caller caller = gate.supplier(requestId);
    Manifest manifest =
        ManifestRules.manifest(
            new DeliveryController.Opening(
                "upload-" + UUID.randomUUID(), asOf, mode, encoding, count, sha256));
    try (InputStream content = file.getInputStream()) {
      Receipt receipt = deliveries.deliver(requestId, manifest, content, caller.user());
      gate.done(caller, requestId, "delivery.send", "request", requestId);
      return receipt;
    }
  }

  /**
   * Hands out the receipt of the latest delivery. For the department that was asked.
   *
   * @throws DeliveryRefused nothing has come yet
   */
  @GetMapping("/receipt")
  Receipt receipt(@PathVariable String requestId) {
    gate.supplier(requestId);
    return deliveries.latest(requestId).orElseThrow(() -> new DeliveryRefused("尚未收到文件。"));
  }
}
