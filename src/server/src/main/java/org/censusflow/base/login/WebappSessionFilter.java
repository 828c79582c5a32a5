package org.censusflow.base.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a page of Tasklist or Cockpit call {@code /api} as the user who is logged in there. A
 * request that changes something must carry the token that the web application put into the
 * session, as its own requests do.
 */
public class WebappSessionFilter extends OncePerRequestFilter {

  private static final String TOKEN_HEADER = "X-XSRF-TOKEN";
  private static final String TOKEN_IN_SESSION = "CAMUNDA_CSRF_TOKEN";
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  private final EngineAccounts accounts;

  public WebappSessionFilter(EngineAccounts accounts) {
    this.accounts = accounts;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getHeader(HttpHeaders.AUTHORIZATION) != null
        || !request.getRequestURI().startsWith("/api/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    HttpSession session = request.getSession(false);
    Optional<String> login = WebappLogin.of(session);
    if (login.isPresent()
        && (SAFE.contains(request.getMethod()) || carriesToken(request, session))) {
      SecurityContextHolder.getContext().setAuthentication(accounts.authenticated(login.get()));
    }
    chain.doFilter(request, response);
  }

  private static boolean carriesToken(HttpServletRequest request, HttpSession session) {
    Object expected = session.getAttribute(TOKEN_IN_SESSION);
    String sent = request.getHeader(TOKEN_HEADER);
    return expected != null
        && sent != null
        && MessageDigest.isEqual(
            expected.toString().getBytes(StandardCharsets.UTF_8),
            sent.getBytes(StandardCharsets.UTF_8));
  }
}
