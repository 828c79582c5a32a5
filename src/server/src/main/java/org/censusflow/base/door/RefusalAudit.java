package org.censusflow.base.door;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.censusflow.base.access.AuditContext;
import org.censusflow.base.access.AuditKeys;
import org.censusflow.base.access.AuditTrail;
import org.censusflow.base.access.Caller;
import org.censusflow.base.district.District;
import org.censusflow.base.district.Districts;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Keeps what an account tried over {@code /api} and may not, for the districts that the account is
 * of and for the one that it reached for.
 */
@Component
class RefusalAudit {

  private static final String CALL = "call";
  private static final int LONGEST_KEY = 120;

  private final AuditTrail audit;
  private final Collection<District> districts;

  RefusalAudit(AuditTrail audit, Districts districts) {
    this.audit = audit;
    this.districts = districts.all();
  }

  void refused() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication != null && authentication.getPrincipal() instanceof Caller caller) {
      refused(caller);
    }
  }

  void refused(Caller caller) {
    Map<String, String> asked = new TreeMap<>(AuditContext.pathVariables());
    String key = key(asked);
    concerned(caller, asked)
        .forEach(it -> audit.refused(caller.user(), it, "call.denied", CALL, key));
  }

  private Set<String> concerned(Caller caller, Map<String, String> asked) {
    Set<String> concerned = new TreeSet<>(caller.districts());
    districts.stream()
        .filter(
            it ->
                it.census().id().equals(asked.get("censusId"))
                    || it.id().equals(asked.get("district")))
        .forEach(it -> concerned.add(it.id()));
    return concerned.isEmpty() ? Set.of(AuditTrail.NO_DISTRICT) : concerned;
  }

  /** What was asked for, as far as it is a key of the program's. */
  private static String key(Map<String, String> asked) {
    String key =
        asked.entrySet().stream()
            .map(it -> it.getKey() + "=" + AuditKeys.known(it.getValue()))
            .collect(Collectors.joining(" "));
    return key.isEmpty() ? "-" : key.substring(0, Math.min(key.length(), LONGEST_KEY));
  }
}
