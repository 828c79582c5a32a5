package org.censusflow.registration.intake;

import java.nio.file.Path;

/** The same on PostgreSQL. */
class OneCommitPostgresIT extends OneCommitTests {

  @Override
  IntakeDatabase open(Path folder) {
    return FreshPostgres.database(folder);
  }
}
