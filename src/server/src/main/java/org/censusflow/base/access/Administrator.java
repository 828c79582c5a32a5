package org.censusflow.base.access;

import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * The account that administers the engine.
 *
 * @param published whether everybody knows it, see {@link PublishedAccounts}
 */
public record Administrator(String user, String password, boolean published) {

  /** The engine's group of administrators. */
  public static final String GROUP = "camunda-admin";

  static final String USER = "CENSUSFLOW_ADMIN_USER";
  static final String PASSWORD = "CENSUSFLOW_ADMIN_PASSWORD";

  /** Whether the environment names one, or half of one. */
  public static boolean isNamedIn(Environment environment) {
    return StringUtils.hasText(environment.getProperty(USER))
        || StringUtils.hasText(environment.getProperty(PASSWORD));
  }

  /**
   * @param published who it is when the environment names nobody
   * @throws AdministratorRefused when the environment names none, or half of one
   */
  static Administrator from(Environment environment, Optional<Administrator> published) {
    if (!isNamedIn(environment) && published.isPresent()) {
      return published.get();
    }
    String user = environment.getProperty(USER);
    String password = environment.getProperty(PASSWORD);
    if (StringUtils.hasText(user) && StringUtils.hasText(password)) {
      return new Administrator(user, password, false);
    }
    throw AdministratorRefused.missing(StringUtils.hasText(user) ? PASSWORD : USER);
  }

  /** Without the password: records print all they hold, and logs are read by many. */
  @Override
  public String toString() {
    return "Administrator[user=" + user + ", published=" + published + "]";
  }
}
