package org.censusflow.mapping.listing;

import java.util.List;
import org.censusflow.mapping.area.AreaRefused;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What the API of areas answers when it refuses. */
@RestControllerAdvice("org.censusflow.mapping")
class AreaErrors {

  record Refusal(String message, List<AreaFault> faults) {}

  @ExceptionHandler
  @ResponseStatus(HttpStatus.UNPROCESSABLE_ENTITY)
  Refusal refused(AreaRefused refusal) {
    return new Refusal(refusal.getMessage(), List.of());
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.UNPROCESSABLE_ENTITY)
  Refusal refused(AreaFileRefused refusal) {
    return new Refusal(refusal.getMessage(), refusal.faults());
  }
}
