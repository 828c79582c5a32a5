package org.censusflow.registration.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.censusflow.registration.form.FormCatalogue;

/** Stores the chunks of a job, each with its rejects and the checkpoint in one transaction. */
final class ChunkStore {

  private static final int TRIES = 3;

  private final Connection connection;
  private final FormReader checks;
  private final FormCatalogue catalogue;
  private final IntakeJob job;
  private final Clock clock;

  ChunkStore(
      Connection connection,
      FormReader checks,
      FormCatalogue catalogue,
      IntakeJob job,
      Clock clock) {
    this.connection = connection;
    this.checks = checks;
    this.catalogue = catalogue;
    this.job = job;
    this.clock = clock;
  }

  /** Stores a chunk; false when somebody else is running the job. */
  boolean store(Chunk chunk) throws SQLException {
    for (int attempt = 1; ; attempt++) {
      try {
        return storeOnce(chunk);
      } catch (SQLException e) {
        connection.rollback();
        // Another file brought the same household or row at the same moment: look again.
        boolean collision = e.getSQLState() != null && e.getSQLState().matches("23505|40001|40P01");
        if (!collision || attempt == TRIES) {
          throw e;
        }
      }
    }
  }

  private boolean storeOnce(Chunk chunk) throws SQLException {
    JobRows jobs = new JobRows(connection);
    IntakeTables tables = IntakeTables.on(connection);
    // The checkpoint is lost or kept together with the rows.
    tables.repeatable();
    if (!jobs.advance(job.id(), chunk.from(), chunk.to())) {
      connection.rollback();
      return false;
    }
    ChunkWriter.Outcome outcome =
        new ChunkWriter(
                connection,
                checks,
                catalogue,
                new ChunkFrame(job.censusId(), "field", job.startedBy(), clock.instant()))
            .write(chunk);
    List<Object[]> rejects = new ArrayList<>();
    outcome.rejects.forEach((row, why) -> rejects.add(new Object[] {job.id(), row.line(), why}));
    tables.insert("intake_reject", List.of("job_id", "row_no", "reasons"), rejects);
    List<Object[]> again = new ArrayList<>();
    outcome.again.forEach(household -> again.add(new Object[] {job.id(), household}));
    tables.insert("intake_recheck", List.of("job_id", "household_id"), again);
    jobs.count(job.id(), outcome.accepted, outcome.repeated, rejects.size(), outcome.queries);
    connection.commit();
    return true;
  }
}
