package org.censusflow.base.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a request of which the rest never came. The server marks it as failed, Spring goes on
 * nevertheless, and a refusal that can be told to nobody would become a fault of the program.
 */
class GoneCallerFilter extends OncePerRequestFilter {

  private static final Logger log = LoggerFactory.getLogger(GoneCallerFilter.class);

  private final RefusalAudit audit;

  GoneCallerFilter(RefusalAudit audit) {
    this.audit = audit;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } catch (ServletException e) {
      if (!isGone(request)
          || !(NestedExceptionUtils.getRootCause(e) instanceof AccessDeniedException)) {
        throw e;
      }
      audit.refused();
      log.debug("Nobody was there any more for a refusal", e);
    }
  }

  private static boolean isGone(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof IOException;
  }
}
