package org.censusflow.access;

import org.springframework.boot.ExitCodeGenerator;

/** No administrator is named for a database that is not the embedded one. */
public class AdministratorMissing extends RuntimeException implements ExitCodeGenerator {

  AdministratorMissing(String variable) {
    super("The environment variable " + variable + " is missing");
  }

  @Override
  public int getExitCode() {
    return 1;
  }
}
