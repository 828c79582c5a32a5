package org.censusflow.postenumeration.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.censusflow.registration.intake.IntakeDatabase.BLOCK;
import static org.censusflow.registration.intake.IntakeDatabase.CENSUS;

import java.nio.file.Path;
import org.censusflow.registration.intake.IntakeDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who registered, visited, asked, rechecked or looked is not independent of a block. */
class IndependenceTests {

  private static final String NOW = "timestamp with time zone '2020-11-20 10:00:00+08'";

  @TempDir private Path folder;
  private IntakeDatabase database;

  @BeforeEach
  void aRegisteredHousehold() throws Exception {
    database = IntakeDatabase.h2(folder);
    database.takeIn(database.file("census.csv", IntakeDatabase.HEADER, IntakeDatabase.row(1)));
    add(
        "insert into household_case (census_id, block_code, household_no, status, mode) values ('%s', '%s', 1, 'OPEN', 'VISIT')"
            .formatted(CENSUS, BLOCK));
  }

  @Test
  void whoVisitedAHouseholdTookPart() {
    add(
        """
        insert into household_attempt (census_id, block_code, household_no, round, attempt_no, outcome, made_by, made_at)
        values ('%s', '%s', 1, 0, 1, 'refused', 'visitor', %s)
        """
            .formatted(CENSUS, BLOCK, NOW));
    assertTookPart("visitor");
  }

  @Test
  void whoRecheckedTookPart() {
    add(
        """
        insert into recheck_sample (census_id, block_code, round, household_no, draw_rank, draw_key, checked_by)
        values ('%s', '%s', 0, 1, 1, 'k', 'rechecker')
        """
            .formatted(CENSUS, BLOCK));
    assertTookPart("rechecker");
  }

  @Test
  void whoAskedAnsweredOrCheckedAQuestionTookPart() {
    add(
        """
        insert into household_question (census_id, household_id, block_code, reason, evidence, state, asked_by,
            asked_at, escalated_by, answered_by, checked_by)
        select '%s', id, '%s', 'r', 'e', 'KEPT', 'asker', %s, 'climber', 'listener', 'checker' from household
        """
            .formatted(CENSUS, BLOCK, NOW));
    assertTookPart("asker", "climber", "listener", "checker");
  }

  @Test
  void whoCorrectedTheHouseholdsOwnAnswersTookPart() {
    add(
        """
        insert into household_version (household_id, version, form_number, filled_in, made_by, checked_by, made_at)
        select id, 2, 'R601', date '2020-11-10', 'maker', 'second', %s from household
        """
            .formatted(NOW));
    assertTookPart("maker", "second");
  }

  @Test
  void whoLookedTookPartAndWhoOnlyAssignedDidNot() {
    look("field-work.view", BLOCK, "onlooker");
    look("question.ask", BLOCK, "reader");
    look("recheck.view", CENSUS + "/" + BLOCK, "verifier");
    look("area.assign", BLOCK, "dispatcher");
    look("field-work.view", "350205001001002", "neighbour");
    assertTookPart("onlooker", "reader", "verifier");
  }

  private void look(String action, String key, String actor) {
    add(
        """
        insert into audit_entry (occurred_at, actor, district, action, object_type, object_key)
        values (%s, '%s', 'haicang', '%s', 'block', '%s')
        """
            .formatted(NOW, actor, action, key));
  }

  private void add(String sql) {
    database.jdbc().sql(sql).update();
  }

  /** These beside who took the file in, and nobody else. */
  private void assertTookPart(String... accounts) {
    assertThat(new Independence(database.jdbc()).tookPart(CENSUS, BLOCK))
        .contains("hc-office-1")
        .filteredOn(account -> !account.equals("hc-office-1"))
        .containsExactlyInAnyOrder(accounts);
  }
}
