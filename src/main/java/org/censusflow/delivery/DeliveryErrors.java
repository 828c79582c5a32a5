package org.censusflow.delivery;

import org.censusflow.access.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What a refused call is answered with: a status, and a message that says what to do. */
@RestControllerAdvice(basePackageClasses = DeliveryErrors.class)
class DeliveryErrors {

  private static final Logger log = LoggerFactory.getLogger(DeliveryErrors.class);

  record Refusal(String message) {}

  @ExceptionHandler
  ResponseEntity<Refusal> refused(DeliveryRefused refusal) {
    return answer(HttpStatus.UNPROCESSABLE_ENTITY, refusal);
  }

  @ExceptionHandler
  ResponseEntity<Refusal> conflict(DeliveryConflict conflict) {
    return answer(HttpStatus.CONFLICT, conflict);
  }

  @ExceptionHandler
  ResponseEntity<Refusal> tooLarge(DeliveryTooLarge tooLarge) {
    return answer(HttpStatus.PAYLOAD_TOO_LARGE, tooLarge);
  }

  @ExceptionHandler
  ResponseEntity<Refusal> invalid(ManifestInvalid invalid) {
    return answer(HttpStatus.BAD_REQUEST, invalid);
  }

  /** Somebody else closes the same delivery at the moment: it is done in a while. */
  @ExceptionHandler
  ResponseEntity<Refusal> busy(PessimisticLockingFailureException busy) {
    return ResponseEntity.status(HttpStatus.CONFLICT)
        .header("Retry-After", "5")
        .body(new Refusal("CF-E605 该交付正在处理，请稍后再查询。"));
  }

  private static ResponseEntity<Refusal> answer(HttpStatus status, RuntimeException refusal) {
    log.warn(
        "CF-W605 Refused with {} for {}: {}",
        status.value(),
        Caller.current().user(),
        number(refusal.getMessage()));
    return ResponseEntity.status(status).body(new Refusal(refusal.getMessage()));
  }

  /** The number in front of a message is enough to look it up. */
  private static String number(String message) {
    return message.startsWith("CF-") ? message.substring(0, message.indexOf(' ')) : "no number";
  }
}
