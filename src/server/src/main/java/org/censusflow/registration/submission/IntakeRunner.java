package org.censusflow.registration.submission;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.censusflow.registration.intake.BulkIntake;
import org.censusflow.registration.intake.IntakeJob;
import org.censusflow.registration.intake.IntakeJobs;
import org.censusflow.registration.intake.JobLedger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Runs the files that are being taken in, one after the other, and at start-up those that a stop of
 * the program left behind. A file lies under its job's SHA-256 until the job ends.
 */
@Component
class IntakeRunner implements DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(IntakeRunner.class);

  private static final String STOPPED =
      "CF-E827 导入因技术故障中断，已完成的行保留。由系统管理员按日志排除故障后，重新上传同一文件，将从停下的地方继续。";

  private final BulkIntake bulk;
  private final JobLedger ledger;
  private final JdbcClient jdbc;
  private final Path directory;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "intake");
            thread.setDaemon(true);
            return thread;
          });

  IntakeRunner(
      BulkIntake bulk, JobLedger ledger, JdbcClient jdbc, IntakeConfiguration.Settings settings) {
    this.bulk = bulk;
    this.ledger = ledger;
    this.jdbc = jdbc;
    this.directory = settings.directory();
  }

  Path receive(InputStream content, String name) throws IOException {
    Files.createDirectories(directory);
    boolean sheet = name.toLowerCase(Locale.ROOT).endsWith(".xlsx");
    Path file = Files.createTempFile(directory, "upload", sheet ? ".xlsx" : ".csv");
    Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
    return file;
  }

  void start(IntakeJob job, Path upload) throws IOException {
    if (!job.running()) {
      Files.deleteIfExists(upload);
      return;
    }
    try {
      Files.move(upload, file(job), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      stopped(job);
      throw e;
    }
    worker.execute(() -> run(job));
  }

  @EventListener(ApplicationReadyEvent.class)
  void resume() {
    List<IntakeJob> left =
        jdbc.sql(IntakeJobs.SELECT + " where state = 'RUNNING' order by id")
            .query(IntakeJobs::map)
            .list();
    // A file that was taken in directly, without an upload, is gone on with by who hands it in
    // again.
    left.stream()
        .filter(job -> Files.exists(file(job)))
        .forEach(job -> worker.execute(() -> run(job)));
  }

  private void run(IntakeJob job) {
    try {
      if (ended(job)) {
        Files.deleteIfExists(file(job));
      }
    } catch (IOException e) {
      log.error("CF-E827 The file of intake job {} cannot be deleted", job.id());
    }
  }

  /** Runs a job, and says whether it has come to its end, a failure or not. */
  private boolean ended(IntakeJob job) {
    try {
      IntakeJob done = bulk.run(job.id(), file(job));
      log.info(
          "CF-I820 Intake job {} is {}: {} rows accepted, {} repeated, {} rejected",
          done.id(),
          done.state(),
          done.accepted(),
          done.repeated(),
          done.rejected());
      return !done.running();
    } catch (Exception e) {
      log.error("CF-E827 Intake job {} stopped at {}", job.id(), e.getClass().getSimpleName());
      return stopped(job);
    }
  }

  /**
   * Says that a job has failed which broke off; its checkpoint stands. A job that the program's own
   * stop broke off, or whose database is gone, stays as it is and goes on at the next start.
   *
   * @return whether that could be said
   */
  boolean stopped(IntakeJob job) {
    if (worker.isShutdown()) {
      return false;
    }
    try {
      ledger.failed(job, STOPPED);
      return true;
    } catch (DataAccessException | TransactionException e) {
      log.error("CF-E827 Intake job {} cannot be marked as failed", job.id());
      return false;
    }
  }

  private Path file(IntakeJob job) {
    return directory.resolve(job.sha256());
  }

  @Override
  public void destroy() {
    worker.shutdownNow();
  }
}
