package org.censusflow.registration.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.censusflow.registration.intake.IntakeDatabase.BLOCK;
import static org.censusflow.registration.intake.IntakeDatabase.CENSUS;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.censusflow.registration.intake.IntakeDatabase;
import org.censusflow.registration.question.AnswerFindings.Finding;
import org.censusflow.registration.question.Proposal.Added;
import org.censusflow.registration.question.Proposal.Changed;
import org.censusflow.registration.question.Proposal.Removed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever changes a registration passes the checks that the first answers passed. */
class CorrectionTests {

  @TempDir private Path folder;
  private IntakeDatabase database;
  private QuestionScene scene;
  private Corrections corrections;

  @BeforeEach
  void aFatherWithHisChildAndAManAlone() throws Exception {
    database = IntakeDatabase.h2(folder);
    scene = new QuestionScene(database);
    corrections = scene.corrections;
    database.takeIn(
        database.file(
            "census.csv",
            IntakeDatabase.HEADER,
            IntakeDatabase.row(1),
            "2," + BLOCK + ",1,2,戴小,2,,2,2005-06-01,01,here,local-block,样例路1号,short",
            IntakeDatabase.row(3)));
  }

  private long person(int row) {
    return database
        .jdbc()
        .sql("select id from person where source_key = ?")
        .param(String.valueOf(row))
        .query(Long.class)
        .single();
  }

  private static List<String> items(List<Finding> findings) {
    return findings.stream()
        .map(it -> it.item() + " " + it.text().substring(0, 3))
        .sorted()
        .toList();
  }

  private static Added newcomer(Map<String, String> instead) {
    Map<String, String> answers =
        new HashMap<>(
            Map.of(
                "name", "林明",
                "relation", "0",
                "id_number", "11010519491231002X",
                "sex", "2",
                "birth_date", "1949-12-31",
                "ethnicity", "01",
                "residence", "here"));
    answers.putAll(instead);
    return new Added(CENSUS, BLOCK, null, "样例路9号", "short", answers);
  }

  @ParameterizedTest
  @CsvSource({
    "id_number, 123, P05",
    "id_number, 110105194912310021, P05",
    "id_number, 11010519491331002X, P05",
    "birth_date, 2031-01-01, P01",
    "birth_date, 1850-01-01, P03",
    "birth_date, 1980-02-30, F04",
    "ethnicity, 99, F02",
    "ethnicity, 汉族, F02",
    "name, !!!???, P09",
    "name, ---, P09",
    "sex, 3, F02",
    "relation, 户主, F02"
  })
  void whatCannotBeIsRefusedAtItsItemInACorrectionAndForSomebodyNew(
      String item, String answer, String check) {
    AnswerFindings corrected = corrections.check(Changed.answers(person(3), Map.of(item, answer)));
    AnswerFindings added = corrections.check(newcomer(Map.of(item, answer)));

    assertThat(items(corrected.faults())).contains(item + " " + check);
    assertThat(items(added.faults())).contains(item + " " + check);
    long difference = scene.difference(person(3));
    assertThatThrownBy(
            () ->
                corrections.write(
                    Changed.answers(person(3), Map.of(item, answer)),
                    new Change(difference, "入户核实", "a", "b")))
        .isInstanceOf(AnswerRefused.class)
        .hasMessageStartingWith("CF-E310");
    assertThat(versions(3)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "11010519491231002X",
        "11010519491231002x",
        "440524188001010014",
        "34052419800101001X",
        "513101198201130014"
      })
  void aNumberWhoseCheckDigitHoldsIsNoFault(String number) {
    assertThat(corrections.check(Changed.answers(person(3), Map.of("id_number", number))).faults())
        .isEmpty();
  }

  @Test
  void allFaultsAreToldAtOnce() {
    AnswerFindings found =
        corrections.check(
            new Added(
                CENSUS,
                "350205001001999",
                "0",
                " ",
                "short",
                Map.of(
                    "name",
                    "!!!???",
                    "relation",
                    "",
                    "id_number",
                    "123",
                    "sex",
                    "",
                    "birth_date",
                    "2031-01-01",
                    "ethnicity",
                    "99",
                    "residence",
                    "here")));

    assertThat(items(found.faults()))
        .containsExactly(
            "address R10",
            "birth_date P01",
            "block R03",
            "ethnicity F02",
            "household_no R04",
            "id_number P05",
            "name P09",
            "relation F01",
            "sex F01");
  }

  @ParameterizedTest
  @CsvSource({"1, true", "0042, true", "9999, true", "0, false", "10000, false", "-1, false"})
  void householdNumbersHaveTheRangeOfTheIntake(String number, boolean good) {
    AnswerFindings found =
        corrections.check(
            new Added(CENSUS, BLOCK, number, "样例路9号", "short", newcomer(Map.of()).answers()));
    assertThat(found.faults().isEmpty()).isEqualTo(good);
  }

  @Test
  void nobodyIsMovedToABlockThatDoesNotExistOrNoLongerDoes() {
    assertThat(items(corrections.check(Changed.block(person(3), "350205001001999")).faults()))
        .containsExactly("block R03");
    assertThat(corrections.check(Changed.block(person(3), "350205001001002")).faults()).isEmpty();
    database
        .jdbc()
        .sql("update block set retired_at = current_timestamp where code = '350205001001002'")
        .update();
    assertThat(items(corrections.check(Changed.block(person(3), "350205001001002")).faults()))
        .containsExactly("block R03");
  }

  @Test
  void theWholeHouseholdIsLookedAtAndOnlyWhatIsNewIsDoubted() {
    assertThat(items(corrections.check(Changed.answers(person(2), Map.of("sex", "1"))).doubts()))
        .as("that the child has no number was known")
        .isEmpty();
    assertThat(
            items(
                corrections
                    .check(Changed.answers(person(2), Map.of("birth_date", "1970-06-01")))
                    .doubts()))
        .as("a child older than the father")
        .containsExactly("birth_date H10");
    assertThat(
            items(corrections.check(Changed.answers(person(2), Map.of("relation", "0"))).doubts()))
        .containsExactly("relation H02");
    assertThat(items(corrections.check(newcomer(Map.of("relation", "9"))).doubts()))
        .as("a household without a head")
        .contains("relation H01");
  }

  @Test
  void aDoubtIsKeptWithTheAnswerAndShownToWhoAsksNext() {
    corrections.write(
        Changed.answers(person(2), Map.of("birth_date", "1970-06-01")),
        new Change(scene.difference(person(2)), "入户核实", "a", "b"));

    assertThat(
            database
                .jdbc()
                .sql("select check_id from check_finding where check_id = 'H10'")
                .query(String.class)
                .list())
        .hasSize(1);
  }

  @Test
  void whoComesIntoAHouseholdStandsOnItsNextLine() {
    Added added =
        new Added(CENSUS, BLOCK, "1", null, "short", newcomer(Map.of("relation", "1")).answers());
    assertThat(corrections.check(added).faults()).isEmpty();
    corrections.write(added, new Change(scene.difference(null), "入户核实", "a", "b"));

    assertThat(
            database
                .jdbc()
                .sql(
                    "select v.line_no from person p join person_version v on v.person_id = p.id where p.source_key like 'recheck-%'")
                .query(Integer.class)
                .single())
        .isEqualTo(3);
  }

  @Test
  void aDifferenceIsWrittenOnceHoweverOftenTheStepIsRetried() {
    Change change = new Change(scene.difference(person(3)), "入户核实", "a", "b");
    corrections.write(Changed.answers(person(3), Map.of("ethnicity", "02")), change);
    corrections.write(Changed.answers(person(3), Map.of("ethnicity", "02")), change);

    assertThat(versions(3)).isEqualTo(2);
  }

  @Test
  void aNewHouseholdsAddressFitsTheForm() {
    Map<String, String> answers = newcomer(Map.of()).answers();
    assertThat(
            corrections
                .check(new Added(CENSUS, BLOCK, null, "路".repeat(200), "short", answers))
                .faults())
        .isEmpty();
    assertThat(
            items(
                corrections
                    .check(new Added(CENSUS, BLOCK, null, "路".repeat(201), "short", answers))
                    .faults()))
        .containsExactly("address R10");
  }

  @Test
  void whoWasRemovedStaysRemovedWhateverElseIsCorrected() {
    corrections.write(
        new Removed(person(3)), new Change(scene.difference(person(3)), "已去世", "a", "b"));
    corrections.write(
        Changed.answers(person(3), Map.of("ethnicity", "02")),
        new Change(scene.difference(person(3)), "入户核实", "a", "b"));

    assertThat(
            database
                .jdbc()
                .sql("select status from person_version where person_id = ? order by version")
                .param(person(3))
                .query(String.class)
                .list())
        .containsExactly("REGISTERED", "REMOVED", "REMOVED");
  }

  @Test
  void aQuestionsReplyIsHeldAgainstTheSameChecksAndItsDoubtsAreAskedAgain() {
    HouseholdQuestions questions = scene.questions;
    long household =
        database
            .jdbc()
            .sql("select household_id from person where id = ?")
            .param(person(3))
            .query(Long.class)
            .single();
    long id = questions.ask(household, person(3), "登记存疑", "抽查", QuestionScene.OFFICE);
    assertThatThrownBy(
            () ->
                questions.answer(
                    QuestionScene.ASK,
                    id,
                    QuestionReply.corrected(Map.of("id_number", "123"), "看错", "户口簿", "phone"),
                    QuestionScene.ENUMERATOR))
        .hasMessageStartingWith("CF-E840 P05");
    Map<String, String> older = Map.of("birth_date", "1910-01-01");
    assertThatThrownBy(
            () ->
                questions.answer(
                    QuestionScene.ASK,
                    id,
                    new QuestionReply(older, "看错", "户口簿", "phone", false),
                    QuestionScene.ENUMERATOR))
        .hasMessageStartingWith("CF-E311")
        .hasMessageContaining("仍按住户回答保存");
    questions.answer(
        QuestionScene.ASK,
        id,
        new QuestionReply(older, "看错", "户口簿", "phone", true),
        QuestionScene.ENUMERATOR);
    assertThat(questions.find(id).orElseThrow().doubts()).contains("P04", "P06");
  }

  private int versions(int row) {
    return database
        .jdbc()
        .sql("select count(*) from person_version where person_id = ?")
        .param(person(row))
        .query(Integer.class)
        .single();
  }
}
