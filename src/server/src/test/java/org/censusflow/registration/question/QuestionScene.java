package org.censusflow.registration.question;

import static org.censusflow.registration.intake.IntakeDatabase.BLOCK;
import static org.censusflow.registration.intake.IntakeDatabase.CENSUS;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.censusflow.registration.answers.HouseholdNumbers;
import org.censusflow.registration.answers.Registrations;
import org.censusflow.registration.form.FormCatalogue;
import org.censusflow.registration.intake.IntakeDatabase;
import org.censusflow.registration.intake.Turns;
import org.censusflow.registration.question.QuestionTask.Stage;
import org.springframework.jdbc.core.JdbcTemplate;

/** Questions to the households of one block, and the three officers who work on them. */
public final class QuestionScene {

  static final String ENUMERATOR = "hc-haicang-enumerator-1";
  static final String SUPERVISOR = "hc-haicang-supervisor-1";
  static final String OFFICE = "hc-haicang-office";

  static final QuestionTask ASK = task(Stage.ASK);
  static final QuestionTask REACH = task(Stage.REACH);
  static final QuestionTask CHECK = task(Stage.CHECK);

  final List<Object> events = new ArrayList<>();
  final Turns turns;
  public final Corrections corrections;
  final HouseholdQuestions questions;

  private final IntakeDatabase database;

  public QuestionScene(IntakeDatabase database) {
    this.database = database;
    FormCatalogue catalogue = FormCatalogue.load();
    JdbcTemplate template = new JdbcTemplate(database.source());
    Registrations registrations =
        new Registrations(database.jdbc(), template, IntakeDatabase.CLOCK);
    AnswersInForce inForce = new AnswersInForce(database.jdbc(), catalogue, registrations);
    AnswerChecks checks =
        new AnswerChecks(database.jdbc(), template, catalogue, inForce, registrations);
    PersonVersions persons = new PersonVersions(database.jdbc(), IntakeDatabase.CLOCK);
    turns = new Turns(template);
    AnswerVersions versions =
        new AnswerVersions(
            database.jdbc(),
            template,
            catalogue,
            inForce,
            checks,
            persons,
            registrations,
            turns,
            IntakeDatabase.CLOCK);
    corrections =
        new Corrections(
            database.jdbc(),
            inForce,
            checks,
            persons,
            versions,
            new HouseholdNumbers(database.jdbc(), (census, block) -> 0, turns),
            turns,
            event -> {});
    questions =
        new HouseholdQuestions(
            new QuestionStore(database.jdbc(), IntakeDatabase.CLOCK),
            new DoubtfulAnswers(database.jdbc()),
            versions,
            events::add);
  }

  private static QuestionTask task(Stage stage) {
    return new QuestionTask("haicang", CENSUS, BLOCK, "样例社区 001 小区", stage);
  }

  /** From the doubt to the version in force. */
  public void correct(long household, Long person, Map<String, String> changes) {
    long id = questions.ask(household, person, "登记存疑", "电话抽查", OFFICE);
    questions.answer(
        ASK, id, QuestionReply.corrected(changes, "填表时看错", "户口簿", "signature"), ENUMERATOR);
    questions.decide(CHECK, id, true, null, SUPERVISOR);
  }

  /** A difference of the cross-check about somebody, which a correction settles. */
  public long difference(Long person) {
    database
        .jdbc()
        .sql(
            """
            insert into comparison_run (census_id, frozen_version, compared_rows, register_rows, milliseconds, finished_at)
            select ?, coalesce(max(frozen_version), 0) + 1, 0, 0, 0, current_timestamp from comparison_run
            """)
        .param(CENSUS)
        .update();
    database
        .jdbc()
        .sql(
            """
            insert into finding (run_id, subject, pattern, block_code, evidence)
            select max(id), 1, '', ?, '' from comparison_run
            """)
        .param(BLOCK)
        .update();
    database
        .jdbc()
        .sql(
            """
            insert into difference (run_id, census_id, subject, class_code, person_id, block_code, evidence, verifier,
                                    reviewer, status)
            select max(id), ?, 1, 'D06', cast(? as bigint), ?, '', 'enumerator', 'supervisor', 'APPROVED' from comparison_run
            """)
        .params(CENSUS, person, BLOCK)
        .update();
    return database.jdbc().sql("select max(id) from difference").query(Long.class).single();
  }
}
