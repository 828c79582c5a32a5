package org.censusflow.base.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Makes a page of the web applications and its Content-Security-Policy name the same nonce. Camunda
 * 7.24 keeps the nonce of the latest request in one place for all requests, so of two people who
 * open Tasklist at the same moment one got a page whose scripts the browser refused.
 */
class PageNonceFilter extends OncePerRequestFilter {

  private static final String POLICY = "Content-Security-Policy";
  private static final Pattern IN_PAGE = Pattern.compile("nonce=\"([^\"]+)\"");
  private static final Pattern IN_POLICY = Pattern.compile("'nonce-[^']+'");

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI();
    return !path.startsWith("/camunda/app/") || !path.endsWith("/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    ContentCachingResponseWrapper page = new ContentCachingResponseWrapper(response);
    chain.doFilter(request, page);
    Matcher used =
        IN_PAGE.matcher(new String(page.getContentAsByteArray(), StandardCharsets.UTF_8));
    String policy = page.getHeader(POLICY);
    if (policy != null && used.find()) {
      String own = Matcher.quoteReplacement("'nonce-" + used.group(1) + "'");
      page.setHeader(POLICY, IN_POLICY.matcher(policy).replaceAll(own));
    }
    page.copyBodyToResponse();
  }
}
