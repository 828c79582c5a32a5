package org.censusflow.registration.answers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.censusflow.registration.form.FormCatalogue;
import org.censusflow.registration.intake.BulkIntake;
import org.censusflow.registration.intake.IntakeJob;
import org.censusflow.registration.intake.JobLedger;
import org.censusflow.registration.intake.PlainLoad;
import org.censusflow.registration.intake.WholeForms;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Measures the intake of a generated district against loading its rows plainly. The database must
 * be empty of registrations, or hold a measurement that broke off: that one goes on.
 */
public final class IntakeMeasurement {

  private static final String CENSUS = "bench";
  private static final LocalDate FILLED_IN = LocalDate.of(2020, 11, 20);

  private final DataSource database;

  public IntakeMeasurement(DataSource database) {
    this.database = database;
  }

  /**
   * Takes in whole short forms with all checks.
   *
   * @param dir where {@code census.csv} and {@code blocks.csv} are
   * @param progress hears how many rows are behind, after each chunk
   */
  public IntakeJob checked(Path dir, LongConsumer progress) throws IOException, SQLException {
    Path whole = dir.resolve("census-whole.csv");
    WholeForms.write(dir.resolve("census.csv"), whole);
    enter(dir);
    Clock clock = Clock.systemUTC();
    JobLedger ledger =
        new JobLedger(
            new JdbcTemplate(database), (user, place, action, type, key) -> {}, event -> {}, clock);
    BulkIntake intake = new BulkIntake(database, FormCatalogue.load(), ledger, clock);
    IntakeJob job = intake.open(CENSUS, whole, "census-whole.csv", null, FILLED_IN, "bench");
    progress.accept(job.doneRows());
    return intake.run(job.id(), whole, progress);
  }

  /** Loads the same rows without checks, in JDBC batches or by COPY; returns how many. */
  public long plain(Path dir, boolean copy) throws IOException, SQLException {
    enter(dir);
    try (Connection connection = database.getConnection()) {
      PlainLoad.Way way = copy ? PlainLoad.Way.COPY : PlainLoad.Way.BATCH;
      return new PlainLoad(connection, way, CENSUS).load(dir.resolve("census.csv"));
    }
  }

  private void enter(Path dir) throws IOException, SQLException {
    try (Connection connection = database.getConnection();
        Statement census = connection.createStatement();
        PreparedStatement block =
            connection.prepareStatement(
                "insert into block (census_id, code, subdistrict, community_code, community_name, address_prefix) values ('bench', ?, ?, ?, ?, ?)")) {
      if (census.executeQuery("select 1 from census where id = 'bench'").next()) {
        return;
      }
      connection.setAutoCommit(false);
      census.executeUpdate(
          "insert into census (id, district, reference_time) values ('bench', 'haicang', '2020-11-01T00:00:00+08:00')");
      List<String> lines = Files.readAllLines(dir.resolve("blocks.csv"));
      for (String line : lines.subList(1, lines.size())) {
        String[] fields = line.split(",", 5);
        for (int i = 0; i < 5; i++) {
          block.setString(i + 1, fields[i]);
        }
        block.addBatch();
      }
      block.executeBatch();
      connection.commit();
    }
  }
}
