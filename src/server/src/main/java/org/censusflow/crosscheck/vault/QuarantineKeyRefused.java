package org.censusflow.crosscheck.vault;

import org.springframework.boot.ExitCodeGenerator;

/** The configuration has no key that the program may start with. */
public class QuarantineKeyRefused extends RuntimeException implements ExitCodeGenerator {

  private static final long serialVersionUID = 1L;

  private QuarantineKeyRefused(String message) {
    super(message);
  }

  static QuarantineKeyRefused missing() {
    return new QuarantineKeyRefused(
        "CF-E610 "
            + QuarantineKey.PROPERTY
            + " is missing; the sample key exists on the embedded database only");
  }

  static QuarantineKeyRefused malformed() {
    return new QuarantineKeyRefused(
        "CF-E611 " + QuarantineKey.PROPERTY + " is not 32 bytes written as Base64");
  }

  @Override
  public int getExitCode() {
    return 1;
  }
}
