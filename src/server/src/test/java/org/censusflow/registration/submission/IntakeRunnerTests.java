package org.censusflow.registration.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.censusflow.registration.intake.IntakeDatabase.CENSUS;
import static org.censusflow.registration.intake.IntakeDatabase.FILLED_IN;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.censusflow.registration.answers.Registrations;
import org.censusflow.registration.intake.IntakeDatabase;
import org.censusflow.registration.intake.IntakeJob;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Uploaded files are taken in one after the other, and none is left running for ever. */
class IntakeRunnerTests {

  private static final String STOPPED =
      "CF-E827 导入因技术故障中断，已完成的行保留。由系统管理员按日志排除故障后，重新上传同一文件，将从停下的地方继续。";

  @TempDir private Path folder;
  @TempDir private Path uploads;
  private IntakeDatabase database;
  private IntakeRunner runner;
  private Path file;

  @BeforeEach
  void aFileOfTwoRows() throws Exception {
    database = IntakeDatabase.h2(folder);
    runner =
        new IntakeRunner(
            database.intake(),
            database.ledger(),
            database.jdbc(),
            new IntakeConfiguration.Settings(uploads));
    file =
        database.file(
            "census.csv", IntakeDatabase.HEADER, IntakeDatabase.row(1), IntakeDatabase.row(2));
  }

  @AfterEach
  void stop() {
    runner.destroy();
  }

  @Test
  void aJobThatFailsForGoodSaysSoAndGoesOnWhenTheFileIsSentAgain() throws Exception {
    database.jdbc().sql("alter table person_version rename to away").update();
    long job = upload();
    await().until(() -> !"RUNNING".equals(state(job)));
    assertThat(state(job)).isEqualTo("FAILED");
    assertThat(
            database
                .jdbc()
                .sql("select reason from intake_job where id = ?")
                .param(job)
                .query(String.class)
                .single())
        .isEqualTo(STOPPED);
    assertThat(database.count("person")).isZero();
    assertNothingLiesAround();

    database.jdbc().sql("alter table away rename to person_version").update();
    assertThat(upload()).isEqualTo(job);
    await().until(() -> "DONE".equals(state(job)));
    assertThat(database.count("person")).isEqualTo(2);
    assertNothingLiesAround();
  }

  @Test
  void aFileThatIsTakenInDirectlySaysSoToo() throws Exception {
    database.jdbc().sql("alter table person_version rename to away").update();
    assertThatThrownBy(() -> intake().takeIn(CENSUS, file, null, FILLED_IN, "hc-office-1"))
        .isInstanceOf(DataAccessException.class);
    assertThat(intake().jobs(CENSUS))
        .extracting(IntakeJob::state, IntakeJob::reason)
        .containsExactly(tuple("FAILED", STOPPED));

    database.jdbc().sql("alter table away rename to person_version").update();
    assertThat(intake().takeIn(CENSUS, file, null, FILLED_IN, "hc-office-1").state())
        .isEqualTo("DONE");
    assertThat(database.count("person")).isEqualTo(2);
  }

  @Test
  void anUploadThatCannotBeKeptForItsJobEndsTheJobAndIsGone() throws Exception {
    IntakeJob before =
        database.intake().open(CENSUS, file, "census.csv", null, FILLED_IN, "hc-office-1");
    Path inTheWay = Files.createDirectories(uploads.resolve(before.sha256()).resolve("x"));
    try (InputStream content = Files.newInputStream(file)) {
      assertThatThrownBy(
              () -> intake().start(CENSUS, content, "census.csv", null, FILLED_IN, "hc-office-1"))
          .isInstanceOf(IOException.class);
    }
    assertThat(state(before.id())).isEqualTo("FAILED");
    Files.delete(inTheWay);
    Files.delete(inTheWay.getParent());
    assertNothingLiesAround();
  }

  @Test
  void anUploadIsGoneWhenItsJobCannotBeEntered() throws Exception {
    database.jdbc().sql("alter table intake_job rename to away").update();
    try (InputStream content = Files.newInputStream(file)) {
      assertThatThrownBy(
              () -> intake().start(CENSUS, content, "census.csv", null, FILLED_IN, "hc-office-1"))
          .isInstanceOf(DataAccessException.class);
    }
    assertNothingLiesAround();
  }

  private Intake intake() {
    return new Intake(
        database.intake(),
        database.single(),
        runner,
        new Registrations(
            database.jdbc(), new JdbcTemplate(database.source()), IntakeDatabase.CLOCK),
        null,
        database.jdbc(),
        IntakeDatabase.CLOCK);
  }

  private long upload() throws Exception {
    try (InputStream content = Files.newInputStream(file)) {
      Path received = runner.receive(content, "census.csv");
      IntakeJob job =
          database.intake().open(CENSUS, received, "census.csv", null, FILLED_IN, "hc-office-1");
      runner.start(job, received);
      return job.id();
    }
  }

  private String state(long job) {
    return database
        .jdbc()
        .sql("select state from intake_job where id = ?")
        .param(job)
        .query(String.class)
        .single();
  }

  /** A file holds personal data: it is gone with the end of its job. */
  private void assertNothingLiesAround() {
    await()
        .untilAsserted(
            () -> {
              try (Stream<Path> left = Files.list(uploads)) {
                assertThat(left).isEmpty();
              }
            });
  }
}
