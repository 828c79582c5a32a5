package org.censusflow.crosscheck.delivery;

import jakarta.servlet.http.HttpServletResponse;
import org.censusflow.base.access.Caller;
import org.censusflow.base.access.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What a refused call is answered with: a status, and a message that says what to do. */
@RestControllerAdvice({"org.censusflow.crosscheck.delivery", "org.censusflow.crosscheck.board"})
class DeliveryErrors {

  private static final Logger log = LoggerFactory.getLogger(DeliveryErrors.class);

  @ExceptionHandler
  @ResponseStatus(HttpStatus.UNPROCESSABLE_ENTITY)
  Refusal refused(DeliveryRefused refusal) {
    return told(refusal);
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.CONFLICT)
  Refusal conflict(DeliveryConflict conflict) {
    return told(conflict);
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.PAYLOAD_TOO_LARGE)
  Refusal tooLarge(DeliveryTooLarge tooLarge) {
    return told(tooLarge);
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.BAD_REQUEST)
  Refusal invalid(ManifestInvalid invalid) {
    return told(invalid);
  }

  /** Somebody else closes the same delivery at the moment: it is done in a while. */
  @ExceptionHandler
  @ResponseStatus(HttpStatus.CONFLICT)
  Refusal busy(PessimisticLockingFailureException busy, HttpServletResponse response) {
    response.setHeader("Retry-After", "5");
    return new Refusal("CF-E605 该交付正在处理，请稍后再查询。");
  }

  private static Refusal told(RuntimeException refusal) {
    log.warn("CF-W605 Refused for {}: {}", Caller.current().user(), number(refusal.getMessage()));
    return new Refusal(refusal.getMessage());
  }

  /** The number in front of a message is enough to look it up. */
  private static String number(String message) {
    return message.startsWith("CF-") ? message.substring(0, message.indexOf(' ')) : "no number";
  }
}
