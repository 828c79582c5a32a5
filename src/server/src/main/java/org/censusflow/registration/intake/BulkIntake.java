package org.censusflow.registration.intake;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.censusflow.files.FileTable;
import org.censusflow.files.Notes;
import org.censusflow.files.Unreadable;
import org.censusflow.registration.form.FormCatalogue;

/**
 * Takes in a file of registrations. Rows are stored in chunks; the checkpoint moves in the same
 * transaction, so that a program that was killed goes on at the row where it was and no row comes
 * twice. One thread reads and checks while another stores; at most four chunks are in memory.
 */
public final class BulkIntake {

  private final DataSource database;
  private final FormCatalogue catalogue;
  private final JobLedger ledger;
  private final Clock clock;

  public BulkIntake(DataSource database, FormCatalogue catalogue, JobLedger ledger, Clock clock) {
    this.database = database;
    this.catalogue = catalogue;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * Looks through a file and enters it as a job; stores none of its rows. The same file again is
   * the job that is there; one that had failed will go on where it was.
   *
   * @param encoding that was named with the file; null when it is to be found out
   * @param filledIn day on which forms were filled in that do not say it themselves
   * @throws IntakeRefused when the file cannot be read or lacks columns
   */
  public IntakeJob open(
      String censusId, Path file, String name, String encoding, LocalDate filledIn, String actor)
      throws IOException, SQLException {
    SourceFile source = SourceFile.open(file, encoding);
    try (Connection connection = connection()) {
      LocalDate reference = IntakeFrame.reference(connection, censusId);
      if (filledIn.isBefore(reference) || filledIn.isAfter(LocalDate.now(clock))) {
        throw new IntakeRefused("CF-E824 填报日期不能早于标准时点，也不能晚于今天。");
      }
    }
    Notes notes = new Notes();
    source.survey().note(encoding, notes);
    long rows = scan(source, notes);
    IntakeJob wanted =
        new IntakeJob(
            0,
            censusId,
            name,
            source.survey().sha256(),
            source.survey().kind().word(),
            source.encoding(),
            filledIn,
            "RUNNING",
            rows,
            0,
            0,
            0,
            0,
            0,
            null,
            notes.all(),
            actor,
            clock.instant(),
            null);
    return Collisions.solved(() -> ledger.begin(wanted));
  }

  /** Every row is read once before any is stored, so that an unreadable file leaves nothing. */
  private long scan(SourceFile source, Notes notes) throws IOException {
    long rows = 0;
    try (FileTable table = source.table(Layout.names(catalogue), notes)) {
      new Layout(catalogue, table.header());
      while (table.next()) {
        rows++;
      }
    } catch (Unreadable e) {
      throw new IntakeRefused("CF-E820 " + e.getMessage());
    }
    if (rows == 0) {
      throw new IntakeRefused("CF-E823 文件中没有记录。");
    }
    return rows;
  }

  /**
   * Runs a job from its checkpoint to its end. Two that run the same job do no harm: each chunk is
   * stored by one of them, and the other stops.
   */
  public IntakeJob run(long jobId, Path file) throws SQLException, IOException {
    return run(jobId, file, rows -> {});
  }

  /**
   * @param progress hears after each chunk how many rows of the file are behind
   */
  public IntakeJob run(long jobId, Path file, LongConsumer progress)
      throws SQLException, IOException {
    IntakeJob job = ledger.require(jobId);
    if (!job.running()) {
      return job;
    }
    try {
      Notes notes = new Notes();
      if (stored(job, file, notes, progress)) {
        ledger.done(job, notes.all());
      }
    } catch (IOException | Unreadable e) {
      ledger.failed(
          job,
          e instanceof NoSuchFileException
              ? "CF-E826 上传的文件已不在服务器上。重新上传同一文件，将从停下的地方继续。"
              : "CF-E826 文件读到一半无法继续，请核对文件后重新上传同一文件，将从停下的地方继续。");
    }
    return ledger.require(jobId);
  }

  /** Stores what is left of a file; false when somebody else is running the job. */
  private boolean stored(IntakeJob job, Path file, Notes notes, LongConsumer progress)
      throws SQLException, IOException {
    try (Connection connection = connection()) {
      boolean all = storeRows(connection, job, file, notes, progress);
      if (all) {
        new ApartHouseholds(connection, catalogue, job).check();
      }
      connection.commit();
      return all;
    }
  }

  private boolean storeRows(
      Connection connection, IntakeJob job, Path file, Notes notes, LongConsumer progress)
      throws SQLException, IOException {
    IntakeFrame frame =
        IntakeFrame.read(
            connection, catalogue, job.censusId(), job.filledIn(), LocalDate.now(clock));
    // What is noticed of the table was told when the job was entered.
    try (FileTable table = SourceFile.of(job, file).table(Layout.names(catalogue), new Notes())) {
      ChunkReader chunks =
          new ChunkReader(
              table,
              new Layout(catalogue, table.header()),
              new FormReader(catalogue, frame),
              notes);
      chunks.skip(job.doneRows());
      ChunkStore store =
          new ChunkStore(connection, new FormReader(catalogue, frame), catalogue, job, clock);
      try (ReadAhead ahead = new ReadAhead(chunks)) {
        for (Chunk chunk = ahead.next(); chunk != null; chunk = ahead.next()) {
          if (!store.store(chunk)) {
            return false;
          }
          progress.accept(chunk.to());
        }
      }
    }
    return true;
  }

  private Connection connection() throws SQLException {
    Connection connection = database.getConnection();
    connection.setAutoCommit(false);
    return connection;
  }
}
