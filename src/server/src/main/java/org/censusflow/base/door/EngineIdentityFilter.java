package org.censusflow.base.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.censusflow.base.access.Caller;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Makes the authenticated caller the one whose rights the engine checks for the length of the
 * request.
 */
class EngineIdentityFilter extends OncePerRequestFilter {

  private final IdentityService identities;

  EngineIdentityFilter(IdentityService identities) {
    this.identities = identities;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication == null || !(authentication.getPrincipal() instanceof Caller caller)) {
      chain.doFilter(request, response);
      return;
    }
    identities.setAuthentication(
        caller.user(), List.copyOf(caller.groups()), List.copyOf(caller.districts()));
    try {
      chain.doFilter(request, response);
    } finally {
      identities.clearAuthentication();
    }
  }
}
