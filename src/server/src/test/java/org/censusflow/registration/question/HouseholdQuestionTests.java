package org.censusflow.registration.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.censusflow.registration.intake.IntakeDatabase.BLOCK;
import static org.censusflow.registration.intake.IntakeDatabase.CENSUS;
import static org.censusflow.registration.question.QuestionScene.ASK;
import static org.censusflow.registration.question.QuestionScene.CHECK;
import static org.censusflow.registration.question.QuestionScene.ENUMERATOR;
import static org.censusflow.registration.question.QuestionScene.OFFICE;
import static org.censusflow.registration.question.QuestionScene.REACH;
import static org.censusflow.registration.question.QuestionScene.SUPERVISOR;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.censusflow.registration.answers.RegisteredPerson;
import org.censusflow.registration.answers.Registrations;
import org.censusflow.registration.answers.RegistrationsChanged;
import org.censusflow.registration.intake.IntakeDatabase;
import org.censusflow.registration.question.HouseholdQuestion.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** Doubtful answers go back to their households, and what those say becomes a new version. */
class HouseholdQuestionTests {

  @TempDir private Path folder;
  private IntakeDatabase database;
  private QuestionScene scene;
  private HouseholdQuestions questions;

  @BeforeEach
  void threeHouseholdsOneOfThemWithADoubtfulAnswer() throws Exception {
    database = open(folder);
    scene = new QuestionScene(database);
    questions = scene.questions;
    database.takeIn(
        database.file(
            "census.csv",
            IntakeDatabase.HEADER,
            IntakeDatabase.row(1),
            IntakeDatabase.row(2),
            IntakeDatabase.row(3, BLOCK, "1981-01-01", "01")));
  }

  IntakeDatabase open(Path folder) {
    return IntakeDatabase.h2(folder);
  }

  private long person(int row) {
    return key("id", row);
  }

  private long household(int row) {
    return key("household_id", row);
  }

  private long key(String column, int row) {
    return database
        .jdbc()
        .sql("select " + column + " from person where source_key = ?")
        .param(String.valueOf(row))
        .query(Long.class)
        .single();
  }

  private long doubt(int row) {
    return questions.ask(household(row), person(row), "出生日期与户口簿不符", "户口簿复印件第 3 页", OFFICE);
  }

  private static QuestionReply bornLater() {
    return QuestionReply.corrected(
        Map.of("birth_date", "1981-01-01", "education", "6"), "填表时看错", "户口簿", "phone");
  }

  private State state(long id) {
    return questions.find(id).orElseThrow().state();
  }

  private List<RegisteredPerson> history(int row) {
    return new Registrations(
            database.jdbc(), new JdbcTemplate(database.source()), IntakeDatabase.CLOCK)
        .history(person(row));
  }

  private List<String> findings(int row) {
    return database
        .jdbc()
        .sql("select check_id from check_finding where household_id = ? order by 1")
        .param(household(row))
        .query(String.class)
        .list();
  }

  @Test
  void aReplyBecomesAVersionWithReasonEvidenceAndBothNamesWhenASecondPersonHasChecked() {
    long id = doubt(1);
    assertThat(scene.events).containsExactly(new HouseholdQuestionAsked(CENSUS, BLOCK));
    questions.answer(ASK, id, bornLater(), ENUMERATOR);
    assertThat(history(1)).hasSize(1);
    assertThatThrownBy(() -> questions.decide(CHECK, id, true, null, ENUMERATOR))
        .hasMessageStartingWith("CF-E834");
    questions.decide(CHECK, id, true, null, SUPERVISOR);

    assertThat(history(1))
        .extracting(it -> it.answers().birthDate())
        .containsExactly(LocalDate.of(1980, 1, 1), LocalDate.of(1981, 1, 1));
    assertThat(
            database
                .jdbc()
                .sql(
                    "select items || ' ' || reason || ' ' || evidence || ' ' || made_by || ' ' || checked_by from person_version where version = 2")
                .query(String.class)
                .single())
        .isEqualTo("{\"education\":\"6\"} 填表时看错 户口簿 " + ENUMERATOR + " " + SUPERVISOR);
    assertThat(scene.events).contains(new RegistrationsChanged(CENSUS, List.of(BLOCK)));
    assertThat(questions.undecided(CENSUS, BLOCK)).isEmpty();
  }

  @Test
  void aHouseholdIsCheckedAnewWithItsCorrection() {
    assertThat(findings(1)).isEmpty();
    scene.correct(household(1), person(1), Map.of("birth_date", "1981-01-01"));
    assertThat(findings(1)).as("the ID number tells the old date").containsExactly("P06");
    scene.correct(household(3), person(3), Map.of("birth_date", "1980-01-01"));
    assertThat(findings(3)).isEmpty();
  }

  @Test
  void whatAPersonHasStillNotAnsweredIsStillMissedAfterACorrection() throws Exception {
    database.takeIn(
        database.file(
            "more.csv", IntakeDatabase.HEADER + ",education", IntakeDatabase.row(4) + ","));
    assertThat(findings(4)).containsExactly("F06");
    scene.correct(household(4), person(4), Map.of("ethnicity", "02"));
    assertThat(findings(4)).as("something else was corrected").containsExactly("F06");
    scene.correct(household(4), person(4), Map.of("education", "6"));
    assertThat(findings(4)).isEmpty();
    scene.correct(household(4), person(4), Map.of("education", ""));
    assertThat(findings(4)).as("the answer was taken away").containsExactly("F06");
  }

  @Test
  void anAnswerThatAHouseholdTakesAwayIsMissed() {
    scene.correct(household(1), null, Map.of("dwelling", "1", "floor_area", "60", "rooms", "2"));
    assertThat(findings(1)).isEmpty();
    scene.correct(household(1), null, Map.of("rooms", ""));
    assertThat(findings(1)).containsExactly("F06");
  }

  @Test
  void anItemOfTheHouseholdThatIsAnsweredIsMissedNoLonger() {
    for (String missed : List.of("户别", "现住房间数")) {
      database
          .jdbc()
          .sql(
              "insert into check_finding (census_id, household_id, check_id, item) values (?, ?, 'F06', ?)")
          .params(CENSUS, household(1), missed)
          .update();
    }
    scene.correct(household(1), null, Map.of("dwelling", "1", "floor_area", "60", "rooms", "2"));
    assertThat(
            database
                .jdbc()
                .sql("select check_id || ' ' || item from check_finding where household_id = ?")
                .param(household(1))
                .query(String.class)
                .list())
        .containsExactly("F06 户别");
  }

  @Test
  void whatChecksDoubtGoesBackOnceHoweverOftenItIsSentBack() {
    assertThat(questions.askWhatChecksDoubt(CENSUS, BLOCK, SUPERVISOR)).isEqualTo(1);
    assertThat(questions.askWhatChecksDoubt(CENSUS, BLOCK, SUPERVISOR)).isZero();
    HouseholdQuestion asked = questions.undecided(CENSUS, BLOCK).get(0);
    assertThat(asked.personId()).isEqualTo(person(3));
    assertThat(asked.reason()).isEqualTo("P06 出生日期与公民身份号码不一致");
    assertThat(asked.evidence()).isEqualTo("登记审核 P06");

    questions.answer(ASK, asked.id(), QuestionReply.kept("signature"), ENUMERATOR);
    questions.decide(CHECK, asked.id(), true, null, SUPERVISOR);
    assertThat(questions.askWhatChecksDoubt(CENSUS, BLOCK, SUPERVISOR)).isZero();
  }

  @Test
  void aHouseholdThatStandsByItsAnswerKeepsIt() {
    long id = doubt(1);
    questions.answer(ASK, id, QuestionReply.kept("signature"), ENUMERATOR);
    questions.decide(CHECK, id, true, null, OFFICE);
    assertThat(state(id)).isEqualTo(State.KEPT);
    assertThat(history(1)).hasSize(1);
  }

  @Test
  void whomTheEnumeratorDoesNotMeetTheSupervisorAsks() {
    long id = doubt(1);
    assertThatThrownBy(() -> questions.notReached(ASK, id, " ", ENUMERATOR))
        .hasMessageStartingWith("CF-E844");
    questions.notReached(ASK, id, "三次入户无人", ENUMERATOR);
    assertThat(questions.waiting(ASK)).isZero();
    assertThat(questions.waiting(REACH)).isEqualTo(1);
    questions.answer(REACH, id, bornLater(), SUPERVISOR);
    questions.decide(CHECK, id, true, null, OFFICE);
    assertThat(state(id)).isEqualTo(State.APPLIED);
  }

  @Test
  void anAnswerOfAHouseholdThatNobodyMeetsStaysAsItIsWhenASecondPersonAgrees() {
    long id = doubt(1);
    questions.notReached(ASK, id, "三次入户无人", ENUMERATOR);
    questions.notReached(REACH, id, "电话、上门各两次，社区称已外出", SUPERVISOR);
    assertThatThrownBy(() -> questions.decide(CHECK, id, true, null, SUPERVISOR))
        .hasMessageStartingWith("CF-E834");
    questions.decide(CHECK, id, true, null, OFFICE);
    assertThat(state(id)).isEqualTo(State.WITHDRAWN);
    assertThat(history(1)).hasSize(1);
  }

  @Test
  void aReplyThatIsNotGoodEnoughGoesBackToTheEnumerator() {
    long id = doubt(1);
    questions.notReached(ASK, id, "无人", ENUMERATOR);
    questions.notReached(REACH, id, "无人", SUPERVISOR);
    assertThatThrownBy(() -> questions.decide(CHECK, id, false, " ", OFFICE))
        .hasMessageStartingWith("CF-E830");
    questions.decide(CHECK, id, false, "只去过一次，请再去", OFFICE);
    assertThat(questions.waiting(ASK)).isEqualTo(1);
    questions.answer(ASK, id, bornLater(), ENUMERATOR);
    questions.decide(CHECK, id, true, null, SUPERVISOR);
    assertThat(state(id)).isEqualTo(State.APPLIED);
    assertThatThrownBy(() -> questions.answer(ASK, id, bornLater(), ENUMERATOR))
        .hasMessageStartingWith("CF-E832");
  }

  @Test
  void aReplyCanBeReplacedUntilItIsChecked() {
    long id = doubt(1);
    questions.answer(ASK, id, bornLater(), ENUMERATOR);
    questions.answer(ASK, id, QuestionReply.kept("phone"), ENUMERATOR);
    questions.decide(CHECK, id, true, null, SUPERVISOR);
    assertThat(state(id)).isEqualTo(State.KEPT);
  }

  @Test
  void aQuestionNeedsReasonAndEvidenceAndAHouseholdThatThePersonIsOf() {
    assertThatThrownBy(() -> questions.ask(household(1), person(1), " ", "x", OFFICE))
        .hasMessageStartingWith("CF-E830");
    assertThatThrownBy(() -> questions.ask(household(2), person(1), "x", "x", OFFICE))
        .hasMessageStartingWith("CF-E831");
    assertThat(scene.events).isEmpty();
  }

  @Test
  void aCorrectionNeedsConfirmationReasonEvidenceAndAnswersThatCanBeTrue() {
    long id = doubt(1);
    refused(id, Map.of("sex", "2"), "户口簿", null, "CF-E833");
    refused(id, Map.of("sex", "2"), " ", "phone", "CF-E843");
    refused(id, Map.of("sex", "3"), "户口簿", "phone", "CF-E840 F02");
    refused(id, Map.of("name", ""), "户口簿", "phone", "CF-E840 F01");
    refused(id, Map.of("birth_date", "2021-01-01"), "户口簿", "phone", "CF-E840 P01");
    refused(id, Map.of("colour", "3"), "户口簿", "phone", "CF-E840");
    refused(id, Map.of("sex", "1"), "户口簿", "phone", "CF-E841");
    assertThat(state(id)).isEqualTo(State.OPEN);
  }

  private void refused(
      long id, Map<String, String> changes, String evidence, String confirmedBy, String message) {
    QuestionReply reply = QuestionReply.corrected(changes, "看错", evidence, confirmedBy);
    assertThatThrownBy(() -> questions.answer(ASK, id, reply, ENUMERATOR))
        .hasMessageStartingWith(message);
  }

  @Test
  void aTaskReachesNoQuestionOfAnotherBlock() {
    long id = doubt(1);
    QuestionTask elsewhere =
        new QuestionTask(
            "haicang", CENSUS, "350205001001002", "样例社区 002 小区", QuestionTask.Stage.ASK);
    assertThatThrownBy(() -> questions.answer(elsewhere, id, bornLater(), ENUMERATOR))
        .hasMessageStartingWith("CF-E831");
  }

  @Test
  void theHouseholdsOwnItemsAreCorrectedTheSameWay() {
    scene.correct(household(1), null, Map.of("dwelling", "1", "floor_area", "88.5", "rooms", "3"));
    assertThat(
            database
                .jdbc()
                .sql(
                    "select items || ' ' || confirmed_by from household_version where household_id = ? and version = 2")
                .param(household(1))
                .query(String.class)
                .single())
        .isEqualTo("{\"dwelling\":\"1\",\"floor_area\":\"88.5\",\"rooms\":\"3\"} signature");
  }
}
