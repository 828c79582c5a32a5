package org.censusflow.registration;

import static org.censusflow.registration.intake.IntakeDatabase.BLOCK;
import static org.censusflow.registration.intake.IntakeDatabase.CENSUS;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.censusflow.registration.QuestionTask.Stage;
import org.censusflow.registration.form.FormCatalogue;
import org.censusflow.registration.intake.IntakeDatabase;
import org.censusflow.registration.intake.Turns;
import org.springframework.jdbc.core.JdbcTemplate;

/** Questions to the households of one block, and the three officers who work on them. */
final class QuestionScene {

  static final String ENUMERATOR = "hc-haicang-enumerator-1";
  static final String SUPERVISOR = "hc-haicang-supervisor-1";
  static final String OFFICE = "hc-haicang-office";

  static final QuestionTask ASK = task(Stage.ASK);
  static final QuestionTask REACH = task(Stage.REACH);
  static final QuestionTask CHECK = task(Stage.CHECK);

  final List<Object> events = new ArrayList<>();
  final Turns turns;
  final AnswerVersions versions;
  final HouseholdQuestions questions;

  QuestionScene(IntakeDatabase database) {
    FormCatalogue catalogue = FormCatalogue.load();
    JdbcTemplate template = new JdbcTemplate(database.source());
    Registrations registrations =
        new Registrations(database.jdbc(), template, IntakeDatabase.CLOCK);
    turns = new Turns(template);
    versions =
        new AnswerVersions(
            database.jdbc(),
            template,
            catalogue,
            new AnswersInForce(database.jdbc(), catalogue, registrations),
            registrations,
            turns,
            IntakeDatabase.CLOCK);
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
  void correct(long household, Long person, Map<String, String> changes) {
    long id = questions.ask(household, person, "登记存疑", "电话抽查", OFFICE);
    questions.answer(
        ASK, id, QuestionReply.corrected(changes, "填表时看错", "户口簿", "signature"), ENUMERATOR);
    questions.decide(CHECK, id, true, null, SUPERVISOR);
  }
}
