package org.censusflow.registration.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.censusflow.registration.intake.IntakeDatabase.CENSUS;
import static org.censusflow.registration.intake.IntakeDatabase.CLOCK;

import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.censusflow.BothDatabases;
import org.censusflow.registration.intake.IntakeDatabase;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What was stored and not counted when the program stopped is counted when it starts. */
class CountsAtStartIT extends BothDatabases {

  @TempDir private Path folder;
  private IntakeDatabase database;
  private FieldCounts counts;
  private FieldCounts later;

  private void open(DataSource source) throws Exception {
    database = IntakeDatabase.on(source, folder);
    JdbcTemplate template = new JdbcTemplate(source);
    counts = new FieldCounts(database.jdbc(), template, CLOCK);
    later = new FieldCounts(database.jdbc(), template, Clock.offset(CLOCK, Duration.ofHours(1)));
    counts.recountAll(CENSUS);
    database.takeIn(
        database.file(
            "census.csv", IntakeDatabase.HEADER, IntakeDatabase.row(1), IntakeDatabase.row(2)));
  }

  private void start() {
    IntakeDatabase.inTransaction(
        database.source(),
        () -> {
          new CountsAtStart(database.jdbc(), later).countAgain();
          return null;
        });
  }

  private void exact() {
    assertThat(Counts.kept(counts, CENSUS)).isEqualTo(Counts.recounted(counts, CENSUS));
  }

  @ParameterizedTest
  @MethodSource("databases")
  void theRowsOfAFileInTheMiddle(DataSource source) throws Exception {
    open(source);
    database.jdbc().sql("update intake_job set state = 'RUNNING', finished_at = null").update();
    assertThat(Counts.kept(counts, CENSUS)).isNotEqualTo(Counts.recounted(counts, CENSUS));
    start();
    exact();
  }

  @ParameterizedTest
  @MethodSource("databases")
  void aFileThatWasDoneAfterTheLastCount(DataSource source) throws Exception {
    open(source);
    database
        .jdbc()
        .sql("update intake_job set finished_at = ?")
        .param(Timestamp.from(CLOCK.instant().plusSeconds(60)))
        .update();
    start();
    exact();
  }

  @ParameterizedTest
  @MethodSource("databases")
  void aHouseholdThatCameByItself(DataSource source) throws Exception {
    open(source);
    database
        .jdbc()
        .sql("update intake_job set finished_at = ?")
        .param(Timestamp.from(CLOCK.instant()))
        .update();
    database
        .jdbc()
        .sql(
            "insert into intake_key (census_id, client_key, content_hash, household_id, received_at) select census_id, 'k', 'h', min(id), cast(? as timestamp with time zone) from household group by census_id")
        .param(Timestamp.from(CLOCK.instant().plusSeconds(60)))
        .update();
    start();
    exact();
  }

  @ParameterizedTest
  @MethodSource("databases")
  void nothingIsCountedWhenNothingCame(DataSource source) throws Exception {
    open(source);
    counts.recountAll(CENSUS);
    database
        .jdbc()
        .sql("update intake_job set finished_at = ?")
        .param(Timestamp.from(CLOCK.instant()))
        .update();
    start();
    assertThat(
            database
                .jdbc()
                .sql("select count(*) from block_count where counted_at > ?")
                .param(Timestamp.from(CLOCK.instant()))
                .query(Integer.class)
                .single())
        .isZero();
  }
}
