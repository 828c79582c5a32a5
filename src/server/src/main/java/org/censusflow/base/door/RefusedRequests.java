package org.censusflow.base.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.censusflow.base.access.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** What is answered to a request that nobody can read: status 400 and a number, and no trace. */
@RestControllerAdvice
class RefusedRequests implements RequestRejectedHandler {

  static final String ODD = "CF-E181 请求的路径、参数、文件名或者内容中有不允许的字符或写法。请更正后重新提交。";

  private final RefusalPage page;

  RefusedRequests(RefusalPage page) {
    this.page = page;
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, RequestRejectedException rejection)
      throws IOException {
    String message = rejection instanceof RequestRefused ? rejection.getMessage() : ODD;
    int status = HttpStatus.BAD_REQUEST.value();
    if (RefusalPage.isAskedFor(request)) {
      page.answer(response, status, message);
    } else {
      FilterAnswer.json(response, status, new Refusal(message));
    }
  }

  /** A name of a file with a NUL in it, or parts that break off. */
  @ExceptionHandler
  @ResponseStatus(HttpStatus.BAD_REQUEST)
  Refusal unreadable(MultipartException unreadable) {
    return new Refusal(ODD);
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.PAYLOAD_TOO_LARGE)
  Refusal tooLarge(MaxUploadSizeExceededException tooLarge) {
    return new Refusal(BodyFilter.TOO_LARGE);
  }
}
