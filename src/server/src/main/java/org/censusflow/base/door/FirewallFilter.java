package org.censusflow.base.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks the firewall before anybody else. Spring Security asks it too, but behind a filter that
 * takes an odd path of the engine's REST for a fault of the program.
 */
class FirewallFilter extends OncePerRequestFilter {

  private final HttpFirewall firewall;
  private final RequestRejectedHandler refusals;

  FirewallFilter(HttpFirewall firewall, RequestRejectedHandler refusals) {
    this.firewall = firewall;
    this.refusals = refusals;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      firewall.getFirewalledRequest(request);
    } catch (RequestRejectedException e) {
      refusals.handle(request, response, e);
      return;
    }
    chain.doFilter(request, response);
  }
}
