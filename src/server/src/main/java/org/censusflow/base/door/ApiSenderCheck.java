package org.censusflow.base.door;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.censusflow.base.access.AuditTrail;
import org.censusflow.base.access.Caller;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/**
 * Lets nobody send to {@code /api} what {@link ApiSenders} does not name, and records who tried:
 * the endpoint, which would have, is never reached.
 */
@Component
class ApiSenderCheck implements AuthorizationManager<RequestAuthorizationContext> {

  /** What is longer or of other characters is no path of ours, and not written down. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9/_.-]{1,120}");

  private final ApiSenders senders;
  private final AuditTrail audit;

  ApiSenderCheck(ApiSenders senders, AuditTrail audit) {
    this.senders = senders;
    this.audit = audit;
  }

  @Override
  public AuthorizationDecision check(
      Supplier<Authentication> authentication, RequestAuthorizationContext context) {
    if (authentication.get() == null
        || !(authentication.get().getPrincipal() instanceof Caller caller)) {
      return new AuthorizationDecision(false);
    }
    boolean granted = senders.maySend(caller, context.getRequest());
    if (!granted) {
      record(caller, context.getRequest());
    }
    return new AuthorizationDecision(granted);
  }

  private void record(Caller caller, HttpServletRequest request) {
    String path = request.getRequestURI();
    String key = PLAIN.matcher(path).matches() ? path : "another path";
    Set<String> districts = caller.districts().isEmpty() ? Set.of("none") : caller.districts();
    districts.forEach(
        district -> audit.record(caller.user(), district, "sender.denied", "path", key));
  }
}
