package org.censusflow.base.access;

import org.springframework.boot.ExitCodeGenerator;

/** The environment names no administrator that the program may start with. */
public class AdministratorRefused extends RuntimeException implements ExitCodeGenerator {

  private AdministratorRefused(String message) {
    super(message);
  }

  static AdministratorRefused missing(String variable) {
    return new AdministratorRefused(
        "The environment variable %s is missing; published accounts exist on the sample's embedded database only"
            .formatted(variable));
  }

  /** The engine's password policy refused the administrator's password. */
  public static AdministratorRefused weakPassword() {
    return new AdministratorRefused(
        Administrator.PASSWORD
            + " is too weak: at least ten characters with an upper-case and a lower-case letter,"
            + " a digit and a special character, and without the account's name");
  }

  @Override
  public int getExitCode() {
    return 1;
  }
}
