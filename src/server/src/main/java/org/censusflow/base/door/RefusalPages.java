package org.censusflow.base.door;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Shows the page instead of data to whoever opened an address that leads nowhere. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice
class RefusalPages {

  private final RefusalPage page;

  RefusalPages(RefusalPage page) {
    this.page = page;
  }

  @ExceptionHandler
  ResponseEntity<?> nothingThere(NoResourceFoundException missing, HttpServletRequest request) {
    if (!RefusalPage.isAskedFor(request)) {
      return ResponseEntity.of(missing.getBody()).build();
    }
    int status = missing.getStatusCode().value();
    return ResponseEntity.status(status)
        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
        .body(page.html(status, AccessRefusals.NOT_YOURS.message()));
  }
}
