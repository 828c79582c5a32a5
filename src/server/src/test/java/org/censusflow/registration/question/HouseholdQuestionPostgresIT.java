package org.censusflow.registration.question;

import java.nio.file.Path;
import org.censusflow.registration.intake.FreshPostgres;
import org.censusflow.registration.intake.IntakeDatabase;

/** The same on PostgreSQL. */
class HouseholdQuestionPostgresIT extends HouseholdQuestionTests {

  @Override
  IntakeDatabase open(Path folder) {
    return FreshPostgres.database(folder);
  }
}
