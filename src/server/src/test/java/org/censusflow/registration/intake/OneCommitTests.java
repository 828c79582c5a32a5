package org.censusflow.registration.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.censusflow.registration.intake.IntakeDatabase.BLOCK;
import static org.censusflow.registration.intake.IntakeDatabase.CENSUS;
import static org.censusflow.registration.intake.IntakeDatabase.CLOCK;
import static org.censusflow.registration.intake.IntakeDatabase.FILLED_IN;

import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.censusflow.registration.answers.OneHousehold;
import org.censusflow.registration.answers.RegistrationsChanged;
import org.censusflow.registration.form.FormCatalogue;
import org.censusflow.registration.intake.HouseholdReceipt.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Answers, what follows from them and who brought them stand together or not at all, at whichever
 * statement the program is stopped.
 */
class OneCommitTests {

  private static final List<String> TOUCHED =
      List.of(
          "household",
          "household_version",
          "person",
          "person_version",
          "check_finding",
          "intake_key",
          "audit_entry");

  @TempDir private Path folder;
  private IntakeDatabase database;

  @BeforeEach
  void anEmptyCensus() {
    database = open(folder);
  }

  IntakeDatabase open(Path folder) {
    return IntakeDatabase.h2(folder);
  }

  /** A listener that writes: the row stands for the counts. */
  private static void count(JdbcTemplate template) {
    template.update(
        "insert into audit_entry (occurred_at, actor, district, action, object_type, object_key) values (current_timestamp, 'counts', 'haicang', 'counted', 'block', '1')");
  }

  private HouseholdReceipt submit(DataSource source) {
    JdbcTemplate template = new JdbcTemplate(source);
    SingleIntake intake =
        new SingleIntake(
            template,
            FormCatalogue.load(),
            IntakeDatabase.auditOn(source),
            event -> count(template),
            CLOCK);
    return IntakeDatabase.inTransaction(
        source, () -> intake.submit(database.census(), FORM, "hc-1"));
  }

  private static final HouseholdSubmission FORM = OneHousehold.form("k1", BLOCK, 7);

  @Test
  void aHouseholdThatIsStoppedAtAnyStatementLeavesNothing() {
    int statements = 0;
    for (boolean done = false; !done; statements++) {
      StatementFailures failing = new StatementFailures(database.source(), statements);
      try {
        assertThat(submit(failing).state()).isEqualTo(State.ACCEPTED);
        done = true;
      } catch (DataAccessException stopped) {
        assertThat(TOUCHED).allMatch(table -> database.count(table) == 0, "after " + statements);
      }
    }
    assertThat(statements).as("statements that were tried").isGreaterThan(8);
    assertThat(database.count("household")).isOne();
    assertThat(database.count("person")).isOne();
    assertThat(audits("intake.household")).isOne();
    assertThat(audits("counted")).isOne();
    assertThat(submit(database.source()).state()).isEqualTo(State.REPEATED);
    assertThat(audits("counted")).isOne();
  }

  @Test
  void aFileThatIsStoppedAtAnyStatementGoesOnAndIsCountedOnceAtItsEnd() throws Exception {
    Path file =
        database.file(
            "census.csv", IntakeDatabase.HEADER, IntakeDatabase.row(1), IntakeDatabase.row(2));
    int statements = 0;
    for (boolean done = false; !done; statements++) {
      StatementFailures failing = new StatementFailures(database.source(), statements);
      try {
        assertThat(takeIn(failing, file).state()).isEqualTo("DONE");
        done = true;
      } catch (DataAccessException | java.sql.SQLException stopped) {
        assertThat(database.count("intake_job")).isEqualTo(audits("intake.file") == 0 ? 0 : 1);
        assertThat(audits("counted")).isEqualTo(state().equals("DONE") ? 1 : 0);
      }
    }
    assertThat(statements).as("statements that were tried").isGreaterThan(12);
    assertThat(database.count("person")).isEqualTo(2);
    assertThat(database.count("person_version")).isEqualTo(2);
    assertThat(audits("counted")).isOne();
  }

  private String state() {
    return database.jdbc().sql("select state from intake_job").query(String.class).list().stream()
        .findFirst()
        .orElse("");
  }

  private IntakeJob takeIn(DataSource source, Path file) throws Exception {
    JdbcTemplate template = new JdbcTemplate(source);
    JobLedger plain =
        new JobLedger(
            template,
            IntakeDatabase.auditOn(source),
            event -> {
              assertThat(event).isEqualTo(new RegistrationsChanged(CENSUS, List.of()));
              count(template);
            },
            CLOCK);
    BulkIntake intake =
        new BulkIntake(
            source, FormCatalogue.load(), IntakeDatabase.transactional(source, plain), CLOCK);
    IntakeJob job = intake.open(CENSUS, file, "census.csv", null, FILLED_IN, "hc-office-1");
    return intake.run(job.id(), file);
  }

  @Test
  void aFileThatCannotBeCountedIsNotDone() throws Exception {
    Path file = database.file("census.csv", IntakeDatabase.HEADER, IntakeDatabase.row(1));
    JobLedger failing =
        IntakeDatabase.transactional(
            database.source(),
            new JobLedger(
                new JdbcTemplate(database.source()),
                IntakeDatabase.auditOn(database.source()),
                event -> {
                  throw new IllegalStateException("the counts cannot be kept");
                },
                CLOCK));
    BulkIntake intake = new BulkIntake(database.source(), FormCatalogue.load(), failing, CLOCK);
    IntakeJob job = intake.open(CENSUS, file, "census.csv", null, FILLED_IN, "hc-office-1");

    assertThatThrownBy(() -> intake.run(job.id(), file)).hasMessage("the counts cannot be kept");

    assertThat(state()).isEqualTo("RUNNING");
    assertThat(takeIn(database.source(), file).state()).isEqualTo("DONE");
    assertThat(audits("counted")).isOne();
  }

  @Test
  void aHouseholdThatCannotBeCountedIsNotStored() {
    SingleIntake intake =
        new SingleIntake(
            new JdbcTemplate(database.source()),
            FormCatalogue.load(),
            IntakeDatabase.auditOn(database.source()),
            event -> {
              throw new IllegalStateException("the counts cannot be kept");
            },
            CLOCK);
    assertThatThrownBy(
            () ->
                IntakeDatabase.inTransaction(
                    database.source(), () -> intake.submit(database.census(), FORM, "hc-1")))
        .hasMessage("the counts cannot be kept");
    assertThat(TOUCHED).allMatch(table -> database.count(table) == 0);
  }

  private long audits(String action) {
    return database
        .jdbc()
        .sql("select count(*) from audit_entry where action = ?")
        .param(action)
        .query(Long.class)
        .single();
  }
}
