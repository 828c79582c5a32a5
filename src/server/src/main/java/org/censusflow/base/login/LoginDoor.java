package org.censusflow.base.login;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.censusflow.base.data.Moments;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Stands before every look at a password that a web request asks for: HTTP Basic, the login of the
 * web applications, the change of a password. Whoever has to wait is refused as if the password
 * were wrong, and the password is not looked at.
 */
@Component
public class LoginDoor {

  /** Seconds to wait, as an attribute of the request that was refused for being too early. */
  public static final String WAIT = "censusflow.login.wait";

  private static final Logger log = LoggerFactory.getLogger(LoginDoor.class);
  private static final Duration DAY = Duration.ofDays(1);
  private static final int NETWORK_BYTES = 8;
  private static final int LONGEST_ACCOUNT = 255;

  private final LoginDelays delays;
  private final JdbcClient jdbc;
  private final Clock clock;

  LoginDoor(JdbcClient jdbc, Clock clock) {
    this.delays = new LoginDelays(clock);
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * @param matches looks at the password
   * @return whether the account may enter
   */
  boolean enters(String account, BooleanSupplier matches) {
    if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes web)) {
      return matches.getAsBoolean();
    }
    String source = source(web.getRequest());
    String name = account == null ? "" : account;
    Duration wait = delays.begin(source, name);
    if (!wait.isZero() && isUnlocked(source, name)) {
      delays.forgive(source, name);
      wait = delays.begin(source, name);
    }
    if (!wait.isZero()) {
      long seconds = wait.toSeconds() + 1;
      web.setAttribute(WAIT, seconds, RequestAttributes.SCOPE_REQUEST);
      if (web.getResponse() != null) {
        web.getResponse().setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
      }
      return false;
    }
    boolean success = false;
    try {
      success = matches.getAsBoolean();
    } finally {
      delays.ended(source, name, success);
    }
    if (!success) {
      // Neither the name, which may be a password in the wrong place, nor whether it is known.
      log.warn("CF-W606 Login refused: wrong name or password, from {}", source);
    }
    return success;
  }

  /** Notes that an administrator lets an account in again, for every program on the database. */
  void unlock(String account) {
    jdbc.sql("delete from login_unlock where account = ?").param(account).update();
    jdbc.sql("insert into login_unlock (account, unlocked_at) values (?, ?)")
        .params(account, Moments.now(clock))
        .update();
  }

  private boolean isUnlocked(String source, String account) {
    if (account.length() > LONGEST_ACCOUNT) {
      return false;
    }
    Optional<Instant> unlocked =
        jdbc.sql("select unlocked_at from login_unlock where account = ?")
            .param(account)
            .query(Timestamp.class)
            .optional()
            .map(Timestamp::toInstant);
    Instant failed = delays.lastFailure(source, account);
    return unlocked
        .filter(it -> it.isAfter(failed) && !it.isBefore(clock.instant().minus(DAY)))
        .isPresent();
  }

  /** Of IPv6 the network: whoever has one has all its addresses. */
  private static String source(HttpServletRequest request) {
    String address = request.getRemoteAddr();
    if (address == null || !address.contains(":")) {
      return String.valueOf(address);
    }
    try {
      InetAddress numeric = InetAddress.getByName(address);
      return numeric instanceof Inet6Address && !numeric.isLoopbackAddress()
          ? HexFormat.of().formatHex(Arrays.copyOf(numeric.getAddress(), NETWORK_BYTES)) + "::/64"
          : numeric.getHostAddress();
    } catch (UnknownHostException e) {
      return address;
    }
  }
}
