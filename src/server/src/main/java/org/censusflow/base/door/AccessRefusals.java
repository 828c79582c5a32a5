package org.censusflow.base.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.censusflow.base.access.Caller;
import org.censusflow.base.access.NotEntitled;
import org.censusflow.base.access.Refusal;
import org.censusflow.base.login.LoginDoor;
import org.censusflow.base.operations.OpenOperationsFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/**
 * What is answered to who is not logged in and to who may not. Neither tells whether an account or
 * what was asked for exists.
 */
class AccessRefusals
    implements AuthenticationEntryPoint, AccessDeniedHandler, OpenOperationsFilter.Answers {

  static final Refusal NO_LOGIN =
      new Refusal("CF-E108 没有登录、登录已过期，或者账号、密码有误。请登录后再试；仍不能登录的，由系统管理员核对账号、重设密码。");
  static final Refusal NOT_YOURS =
      new Refusal("CF-E109 没有这项内容，或者它不归你的账号办理。请核对网址和任务列表，由经办人的账号办理；分工有变的，由系统管理员调整账号所在的用户组。");

  private static final Refusal TOO_SOON =
      new Refusal("CF-E184 从这里输错密码的次数太多，请过几分钟再试。急需办理的，由系统管理员在服务器上用 unlock 命令解锁。");

  private final RefusalAudit audit;
  private final RefusalPage page;

  AccessRefusals(RefusalAudit audit, RefusalPage page) {
    this.audit = audit;
    this.page = page;
  }

  /**
   * A browser gets no challenge: it would open a login window of its own before a page could show
   * the message, and keep the login for whatever any page sends here later.
   */
  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    if (request.getAttribute(LoginDoor.WAIT) != null) {
      answer(request, response, HttpStatus.TOO_MANY_REQUESTS.value(), TOO_SOON);
      return;
    }
    if (!isBrowser(request)) {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"CensusFlow\"");
    }
    answer(request, response, HttpServletResponse.SC_UNAUTHORIZED, NO_LOGIN);
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException denial)
      throws IOException {
    audit.refused();
    Refusal refusal = denial instanceof NotEntitled ? new Refusal(denial.getMessage()) : NOT_YOURS;
    answer(request, response, HttpServletResponse.SC_FORBIDDEN, refusal);
  }

  @Override
  public void noLogin(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (request.getRequestURI().startsWith("/camunda/")) {
      answer(request, response, HttpServletResponse.SC_UNAUTHORIZED, NO_LOGIN);
    } else {
      commence(request, response, null);
    }
  }

  /** In the form in which the engine's REST answers a refusal. */
  @Override
  public void refused(
      Caller caller,
      HttpServletRequest request,
      HttpServletResponse response,
      int status,
      String message)
      throws IOException {
    boolean forbidden = status == HttpServletResponse.SC_FORBIDDEN;
    if (forbidden && caller != null) {
      audit.refused(caller);
    }
    if (RefusalPage.isAskedFor(request)) {
      page.answer(response, status, message);
      return;
    }
    String type = forbidden ? "AuthorizationException" : "InvalidRequestException";
    FilterAnswer.json(response, status, Map.of("type", type, "message", message));
  }

  /** Over plain http a browser sends no {@code Sec-Fetch-*}; its name it always sends. */
  private static boolean isBrowser(HttpServletRequest request) {
    String accepted = request.getHeader(HttpHeaders.ACCEPT);
    String agent = request.getHeader(HttpHeaders.USER_AGENT);
    return request.getRequestedSessionId() != null
        || request.getHeader("Sec-Fetch-Site") != null
        || request.getHeader("Sec-Fetch-Mode") != null
        || request.getHeader(HttpHeaders.ORIGIN) != null
        || accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE)
        || agent != null && agent.startsWith("Mozilla/");
  }

  private void answer(
      HttpServletRequest request, HttpServletResponse response, int status, Refusal refusal)
      throws IOException {
    if (RefusalPage.isAskedFor(request)) {
      page.answer(response, status, refusal.message());
    } else {
      FilterAnswer.json(response, status, refusal);
    }
  }
}
