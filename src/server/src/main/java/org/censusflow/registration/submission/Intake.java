package org.censusflow.registration.submission;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.censusflow.base.district.Districts;
import org.censusflow.base.district.Window;
import org.censusflow.registration.answers.Census;
import org.censusflow.registration.answers.Registrations;
import org.censusflow.registration.intake.BulkIntake;
import org.censusflow.registration.intake.Collisions;
import org.censusflow.registration.intake.HouseholdReceipt;
import org.censusflow.registration.intake.HouseholdSubmission;
import org.censusflow.registration.intake.IntakeJob;
import org.censusflow.registration.intake.IntakeJobs;
import org.censusflow.registration.intake.IntakeRefused;
import org.censusflow.registration.intake.SingleIntake;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SQLErrorCodeSQLExceptionTranslator;
import org.springframework.stereotype.Component;

/** How registrations come in: files of a whole area, and households one by one. */
@Component
public class Intake {

  /** A row that was not taken in: its line in the file, the header being line 1, and why. */
  public record Reject(long row, String reasons) {}

  private final BulkIntake bulk;
  private final SingleIntake single;
  private final IntakeRunner runner;
  private final Registrations registrations;
  private final Districts districts;
  private final JdbcClient jdbc;
  private final Clock clock;

  Intake(
      BulkIntake bulk,
      SingleIntake single,
      IntakeRunner runner,
      Registrations registrations,
      Districts districts,
      JdbcClient jdbc,
      Clock clock) {
    this.bulk = bulk;
    this.single = single;
    this.runner = runner;
    this.registrations = registrations;
    this.districts = districts;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Keeps a file and starts to take it in. The same file again is the job that is there.
   *
   * @param encoding UTF-8 or GB18030; null for UTF-8
   * @param filledIn day on which forms were filled in that do not say it themselves; null for today
   * @throws IntakeRefused when it cannot be read; nothing is stored then
   */
  public IntakeJob start(
      String censusId,
      InputStream content,
      String name,
      String encoding,
      LocalDate filledIn,
      String actor)
      throws IOException {
    registrations.require(censusId);
    LocalDate day = filledIn == null ? LocalDate.now(clock) : filledIn;
    Path file = runner.receive(content, name);
    try {
      IntakeJob job = sql(() -> bulk.open(censusId, file, name, encoding, day, actor));
      runner.start(job, file);
      return job;
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  /** Takes a file in before it returns; the file stays where it is. */
  public IntakeJob takeIn(
      String censusId, Path file, String encoding, LocalDate filledIn, String actor)
      throws IOException {
    IntakeJob job =
        sql(
            () ->
                bulk.open(
                    censusId, file, file.getFileName().toString(), encoding, filledIn, actor));
    try {
      return sql(() -> bulk.run(job.id(), file));
    } catch (IOException | RuntimeException e) {
      runner.stopped(job);
      throw e;
    }
  }

  public Optional<IntakeJob> job(long id) {
    return jdbc.sql(IntakeJobs.SELECT + " where id = ?")
        .param(id)
        .query(IntakeJobs::map)
        .optional();
  }

  /** All files of a census, the latest first. */
  public List<IntakeJob> jobs(String censusId) {
    return jdbc.sql(IntakeJobs.SELECT + " where census_id = ? order by id desc")
        .param(censusId)
        .query(IntakeJobs::map)
        .list();
  }

  /** Rows that were not taken in, from a line on. */
  public List<Reject> rejects(long job, long fromRow, int most) {
    return jdbc.sql(
            "select row_no as \"row\", reasons from intake_reject where job_id = ? and row_no >= ? order by row_no limit ?")
        .params(job, fromRow, most)
        .query((row, n) -> new Reject(row.getLong(1), row.getString(2)))
        .list();
  }

  /**
   * Takes in one household's form, whole or not at all. The same client key with the same answers
   * again changes nothing.
   *
   * @param actor the account that hands it in
   */
  public HouseholdReceipt submit(String censusId, HouseholdSubmission form, String actor) {
    Census census = registrations.require(censusId);
    Optional<String> late = late(census, form);
    if (late.isPresent()) {
      return HouseholdReceipt.rejected(
          form.clientKey(), List.of(new HouseholdReceipt.Fault(0, late.get())));
    }
    return Collisions.solved(() -> single.submit(census, form, actor));
  }

  private Optional<String> late(Census census, HouseholdSubmission form) {
    return districts.require(census.district()).windows().stream()
        .filter(window -> window.phase().equals("self-enumeration"))
        .map(Window::to)
        .filter(lastDay -> SingleIntake.late(form, lastDay))
        .map(lastDay -> "CF-E828 自主填报已于 " + lastDay + " 截止，请等候普查员上门登记。")
        .findFirst();
  }

  private interface Work<T> {
    T run() throws SQLException, IOException;
  }

  private <T> T sql(Work<T> work) throws IOException {
    try {
      return work.run();
    } catch (SQLException e) {
      DataAccessException translated =
          new SQLErrorCodeSQLExceptionTranslator().translate("intake", null, e);
      throw translated == null ? new IllegalStateException(e) : translated;
    }
  }
}
