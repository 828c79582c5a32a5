package org.censusflow.base.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * What whoever opens something in the browser sees in its place: that it was refused and what to
 * do. Under its name Spring Boot finds it for whatever else went wrong.
 */
@Component("error")
class RefusalPage implements View {

  private static final String FAILED = "程序没有处理成功。请稍后再试；再次出现的，请告诉系统管理员。";

  private final ITemplateEngine templates;

  RefusalPage(ITemplateEngine templates) {
    this.templates = templates;
  }

  /** Whether somebody opens a page; programs and scripts ask for data. */
  static boolean isAskedFor(HttpServletRequest request) {
    String accepted = request.getHeader(HttpHeaders.ACCEPT);
    return accepted != null && accepted.startsWith(MediaType.TEXT_HTML_VALUE);
  }

  String html(int status, String message) {
    Context page = new Context(Locale.CHINA);
    page.setVariable("status", status);
    page.setVariable("message", message);
    return templates.process("refusal", page);
  }

  void answer(HttpServletResponse response, int status, String message) throws IOException {
    FilterAnswer.html(response, status, html(status, message));
  }

  @Override
  public String getContentType() {
    return MediaType.TEXT_HTML_VALUE;
  }

  @Override
  public void render(Map<String, ?> error, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    int status = response.getStatus();
    answer(response, status, message(HttpStatus.resolve(status)));
  }

  private static String message(HttpStatus status) {
    if (status == null) {
      return FAILED;
    }
    return switch (status) {
      case UNAUTHORIZED -> AccessRefusals.NO_LOGIN.message();
      case FORBIDDEN, NOT_FOUND -> AccessRefusals.NOT_YOURS.message();
      case BAD_REQUEST -> RefusedRequests.ODD;
      default -> FAILED;
    };
  }
}
