package org.censusflow.base.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Whoever came by https gets cookies that go back by https alone. The server does so for the
 * session; the web applications write the cookie of their token themselves, and know one setting
 * for both ways.
 */
class SecureCookieFilter extends OncePerRequestFilter {

  private static final String SECURE = "; Secure";

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(request, request.isSecure() ? new SecureCookies(response) : response);
  }

  private static final class SecureCookies extends HttpServletResponseWrapper {

    private SecureCookies(HttpServletResponse response) {
      super(response);
    }

    @Override
    public void addHeader(String name, String value) {
      super.addHeader(name, secure(name, value));
    }

    @Override
    public void setHeader(String name, String value) {
      super.setHeader(name, secure(name, value));
    }

    private static String secure(String name, String value) {
      return HttpHeaders.SET_COOKIE.equalsIgnoreCase(name) && !value.contains(SECURE)
          ? value + SECURE
          : value;
    }
  }
}
