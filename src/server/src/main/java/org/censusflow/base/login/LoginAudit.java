package org.censusflow.base.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Tenant;
import org.censusflow.base.access.AuditContext;
import org.censusflow.base.access.AuditTrail;
import org.springframework.stereotype.Component;

/**
 * Keeps who logged in from where, and who could not. A program that sends its password with every
 * call logs in once an hour: what it does in between has its own entries.
 */
@Component
public class LoginAudit {

  private static final Duration ONE_LOGIN = Duration.ofHours(1);
  private static final int MOST_REMEMBERED = 10_000;
  private static final String ACCOUNT = "account";

  /** A name that is no account's may be a password in the wrong place: it is not written down. */
  private static final String UNKNOWN = "unknown";

  private final AuditTrail audit;
  private final IdentityService identities;
  private final Clock clock;
  private final ConcurrentMap<String, Instant> recent = new ConcurrentHashMap<>();

  LoginAudit(AuditTrail audit, IdentityService identities, Clock clock) {
    this.audit = audit;
    this.identities = identities;
    this.clock = clock;
  }

  /** A login to a web application. */
  void opened(String account) {
    districts(account).forEach(it -> audit.record(account, it, "login", ACCOUNT, account));
  }

  /** A right password that came with a call. */
  void called(String account) {
    Instant now = clock.instant();
    if (recent.size() > MOST_REMEMBERED) {
      recent.clear();
    }
    String from = account + " " + AuditContext.current().source();
    Instant began =
        recent.merge(from, now, (last, next) -> next.isBefore(last.plus(ONE_LOGIN)) ? last : next);
    if (began.equals(now)) {
      opened(account);
    }
  }

  /** A wrong password, or a name that nobody has. */
  void failed(String name) {
    String account = known(name) ? name : UNKNOWN;
    districts(account).forEach(it -> audit.refused(account, it, "login.failed", ACCOUNT, account));
  }

  boolean known(String name) {
    return name != null && identities.createUserQuery().userId(name).count() > 0;
  }

  private Collection<String> districts(String account) {
    List<String> own =
        identities
            .createTenantQuery()
            .userMember(account)
            .includingGroupsOfUser(true)
            .list()
            .stream()
            .map(Tenant::getId)
            .toList();
    return own.isEmpty() ? List.of(AuditTrail.NO_DISTRICT) : own;
  }
}
