package org.censusflow.registration.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.censusflow.registration.intake.HouseholdReceipt.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One household's form is taken in whole or not at all. */
class SingleIntakeTests {

  private static final Map<String, String> HEAD =
      Map.ofEntries(
          Map.entry("name", "戴伟"),
          Map.entry("relation", "0"),
          Map.entry("id_number", "34052419800101001X"),
          Map.entry("sex", "1"),
          Map.entry("birth_date", "1980-01-01"),
          Map.entry("ethnicity", "01"),
          Map.entry("residence", "here"),
          Map.entry("hukou_place", "local-block"),
          Map.entry("residence_place", "1"),
          Map.entry("hukou_registered", "1"),
          Map.entry("absence_time", "1"),
          Map.entry("education", "5"));

  private static final Map<String, String> HOUSEHOLD =
      Map.of(
          "household_type",
          "1",
          "persons_here",
          "1",
          "persons_absent",
          "0",
          "births_male",
          "0",
          "births_female",
          "0",
          "deaths_male",
          "0",
          "deaths_female",
          "0",
          "dwelling",
          "1",
          "floor_area",
          "60.5",
          "rooms",
          "2");

  @TempDir private Path folder;
  private IntakeDatabase database;

  @BeforeEach
  void anEmptyCensus() {
    database = IntakeDatabase.h2(folder);
  }

  private static HouseholdSubmission form(
      String key, int number, List<Map<String, String>> persons) {
    return new HouseholdSubmission(
        key,
        IntakeDatabase.BLOCK,
        number,
        "样例路1号",
        "field",
        LocalDate.of(2020, 11, 3),
        "signature",
        "short",
        HOUSEHOLD,
        persons);
  }

  private HouseholdReceipt submit(HouseholdSubmission form) {
    return database.submit(form, "hc-haicang-enumerator-1");
  }

  private static Map<String, String> changed(String key, String value) {
    Map<String, String> changed = new HashMap<>(HEAD);
    changed.put(key, value);
    return changed;
  }

  @Test
  void aRightFormIsStoredWithItsConfirmationAndRaisesNoQuery() {
    HouseholdReceipt receipt = submit(form("k1", 7, List.of(HEAD)));
    assertThat(receipt.errors()).isEmpty();
    assertThat(receipt.state()).isEqualTo(State.ACCEPTED);
    assertThat(receipt.queries()).isEmpty();
    assertThat(
            database
                .jdbc()
                .sql(
                    "select form_number || ' ' || filled_in || ' ' || confirmed_by || ' ' || items from household_version")
                .query(String.class)
                .single())
        .startsWith("R601 2020-11-03 signature {\"household_type\":\"1\"")
        .contains("\"floor_area\":\"60.5\"");
  }

  @Test
  void theSameKeyAgainChangesNothingAndAnotherAnswerUnderItIsRefused() {
    HouseholdReceipt first = submit(form("k1", 7, List.of(HEAD)));
    HouseholdReceipt again = submit(form("k1", 7, List.of(HEAD)));
    assertThat(again.state()).isEqualTo(State.REPEATED);
    assertThat(again.householdId()).isEqualTo(first.householdId());

    HouseholdReceipt other = submit(form("k1", 7, List.of(changed("name", "戴维"))));
    assertThat(other.state()).isEqualTo(State.REJECTED);
    assertThat(other.errors().get(0).message()).startsWith("R08");
    assertThat(submit(form("k2", 7, List.of(HEAD))).errors().get(0).message()).startsWith("R15");
    assertThat(database.count("person")).isOne();
    assertThat(database.count("person_version")).isOne();
  }

  @Test
  void oneFaultyPersonKeepsTheWholeHouseholdOut() {
    List<Map<String, String>> persons = new ArrayList<>(List.of(HEAD, changed("sex", "3")));
    HouseholdReceipt receipt = submit(form("k1", 7, persons));
    assertThat(receipt.state()).isEqualTo(State.REJECTED);
    assertThat(receipt.errors())
        .containsExactly(new HouseholdReceipt.Fault(2, "F02 “性别”的代码不在现行标准代码表中"));
    assertThat(submit(form("k1", 7, List.of())).errors().get(0).message()).startsWith("R11");
    assertThat(database.count("household")).isZero();
    assertThat(database.count("person")).isZero();

    // The key is not used up by a refusal.
    assertThat(submit(form("k1", 7, List.of(HEAD))).state()).isEqualTo(State.ACCEPTED);
  }

  @Test
  void whatIsDoubtfulIsKeptAndTold() {
    HouseholdReceipt receipt = submit(form("k1", 7, List.of(changed("sex", "2"))));
    assertThat(receipt.state()).isEqualTo(State.ACCEPTED);
    assertThat(receipt.queries()).containsExactly("P07 性别与公民身份号码不一致");
  }

  @Test
  void aListedHouseholdThatAnswersIsVisitedNoMore() {
    database
        .jdbc()
        .sql(
            "insert into household (census_id, block_code, household_no, address, state) values (?, ?, 7, '样例路1号', 'SELF')")
        .params(IntakeDatabase.CENSUS, IntakeDatabase.BLOCK)
        .update();
    HouseholdSubmission self =
        new HouseholdSubmission(
            "k1",
            IntakeDatabase.BLOCK,
            7,
            "样例路1号",
            "self",
            LocalDate.of(2020, 11, 3),
            "self",
            "short",
            HOUSEHOLD,
            List.of(HEAD));
    assertThat(submit(self).state()).isEqualTo(State.ACCEPTED);
    assertThat(
            database
                .jdbc()
                .sql("select state || ' ' || answered_by || ' ' || current_version from household")
                .query(String.class)
                .single())
        .isEqualTo("ANSWERED self 1");
  }
}
