package org.censusflow.access;

import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * The account that administers the engine.
 *
 * @param sample whether it is the published one of the embedded database
 */
public record Administrator(String user, String password, boolean sample) {

  static final String USER = "CENSUSFLOW_ADMIN_USER";
  static final String PASSWORD = "CENSUSFLOW_ADMIN_PASSWORD";

  private static final Administrator SAMPLE = new Administrator("admin", "Census-2020", true);

  /**
   * @throws AdministratorRefused when the environment names none, or half of one, and the database
   *     is not the embedded one
   */
  static Administrator from(Environment environment, EmbeddedDatabase embedded) {
    String user = environment.getProperty(USER);
    String password = environment.getProperty(PASSWORD);
    if (StringUtils.hasText(user) && StringUtils.hasText(password)) {
      return new Administrator(user, password, false);
    }
    if (embedded.present() && !StringUtils.hasText(user) && !StringUtils.hasText(password)) {
      return SAMPLE;
    }
    throw AdministratorRefused.missing(StringUtils.hasText(user) ? PASSWORD : USER);
  }

  /** Without the password: records print all they hold, and logs are read by many. */
  @Override
  public String toString() {
    return "Administrator[user=" + user + ", sample=" + sample + "]";
  }
}
