package org.censusflow.registration.intake;

import java.nio.file.Path;

/** The same with PostgreSQL's COPY. */
class BulkIntakePostgresIT extends BulkIntakeTests {

  @Override
  IntakeDatabase open(Path folder) {
    return FreshPostgres.database(folder);
  }
}
