package org.censusflow.tables.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.censusflow.tables.Additivity;
import org.censusflow.tables.Dimension;
import org.censusflow.tables.InventedTables;
import org.censusflow.tables.Table;
import org.censusflow.tables.disclosure.TableProtection.Entry;
import org.censusflow.tables.disclosure.TableProtection.Outcome;
import org.censusflow.tables.disclosure.TableProtection.Verdict;
import org.junit.jupiter.api.Test;

class TableProtectionTests {

  private static final Dimension SEX = InventedTables.flat("sex", 2);
  private static final Dimension AREA = InventedTables.flat("area", 4);
  private static final Rules FIVE = Rules.threshold(5);

  @Test
  void tablesWithoutSensitiveCellsPass() {
    Table table = Table.summed("t", Map.of(), List.of(AREA, SEX), at -> 10 + at[0]);
    Outcome outcome = protect(new Entry(table, FIVE, new Treatment.Suppress()));
    assertThat(outcome.verdict()).isEqualTo(Verdict.PASS);
    assertThat(outcome.hidden()).isEmpty();
    assertThat(outcome.table().values()).isEqualTo(table.values());
  }

  @Test
  void eachTreatmentMasksInItsWay() {
    Table table =
        Table.summed("t", Map.of(), List.of(AREA, SEX), at -> at[0] == 1 && at[1] == 1 ? 2 : 41);
    assertThat(protect(new Entry(table, FIVE, new Treatment.Suppress())).hidden()).hasSize(4);
    Outcome coarse = protect(new Entry(table, FIVE, new Treatment.Coarsen()));
    assertThat(coarse.verdict()).isEqualTo(Verdict.MASKED);
    assertThat(coarse.table().cells()).isEqualTo(5);
    Outcome rounded = protect(new Entry(table, FIVE, new Treatment.Round(5, 1)));
    assertThat(rounded.table().value(table.cell(1, 1)) % 5).isZero();
    assertThat(Additivity.faults(rounded.table())).isEmpty();
    List<CellKeys.Line> lines = new ArrayList<>();
    for (int count = 1; count <= 2; count++) {
      for (int key = 0; key < CellKeys.KEYS; key++) {
        lines.add(new CellKeys.Line(count, key, 1));
      }
    }
    Outcome perturbed =
        protect(
            new Entry(table, FIVE, new Treatment.Perturb(new CellKeys(lines, 2), cell -> cell)));
    assertThat(perturbed.table().value(table.cell(1, 1))).isEqualTo(3);
    assertThat(perturbed.verdict()).isEqualTo(Verdict.MASKED);
  }

  /**
   * Adults by area and sex after everybody: what tells the children is hidden, and stays hidden.
   */
  @Test
  void aReleaseIsHeldAgainstTheLastOne() {
    Table everybody = Table.summed("all", Map.of(), List.of(AREA, SEX), at -> 100);
    Table adults =
        Table.summed(
            "adults",
            Map.of("age", Set.of("15+")),
            List.of(AREA, SEX),
            at -> at[0] == 2 && at[1] == 1 ? 98 : 80);
    List<Outcome> outcomes =
        TableProtection.of(
            List.of(new Entry(adults, FIVE, new Treatment.Suppress())),
            List.of(new Suppression.Released(everybody, Map.of())));
    Outcome outcome = outcomes.get(0);
    assertThat(outcome.verdict()).isEqualTo(Verdict.MASKED);
    assertThat(outcome.hidden()).hasSize(4).containsEntry(adults.cell(2, 1), Reason.DIFFERENCE);
  }

  @Test
  void whatIsOutAlreadyCannotBeProtected() {
    Table table =
        Table.summed("new", Map.of(), List.of(AREA, SEX), at -> at[0] == 1 && at[1] == 1 ? 2 : 41);
    Table old =
        Table.summed("old", Map.of(), List.of(AREA, SEX), at -> table.value(table.cell(at)));
    Outcome outcome =
        TableProtection.of(
                List.of(new Entry(table, FIVE, new Treatment.Suppress())),
                List.of(new Suppression.Released(old, Map.of())))
            .get(0);
    assertThat(outcome.verdict()).isEqualTo(Verdict.REFUSED);
    assertThat(outcome.reasons()).containsExactly("new[area=area1, sex=sex1]");
    // What is out and harmless may come out again.
    Table sums =
        Table.summed("sums", Map.of(), List.of(AREA), at -> table.value(table.cell(at[0], 0)));
    assertThat(
            TableProtection.of(
                    List.of(new Entry(sums, FIVE, new Treatment.Suppress())),
                    List.of(new Suppression.Released(old, Map.of())))
                .get(0)
                .verdict())
        .isEqualTo(Verdict.PASS);
    Table few = Table.summed("few", Map.of(), List.of(SEX), at -> 1);
    assertThat(protect(new Entry(few, FIVE, new Treatment.Coarsen())).verdict())
        .isEqualTo(Verdict.REFUSED);
  }

  /** Many tables at once, some of the same persons: the attacker has all of them. */
  @Test
  void aWholeReleaseTellsNobodyMoreThanTheRulesAllow() {
    Random random = new Random(11);
    for (int i = 0; i < 60; i++) {
      Dimension age = InventedTables.flat("age", 3);
      Table cube =
          Table.summed(
              "cube", Map.of(), List.of(AREA, SEX, age), at -> InventedTables.count(random));
      List<Entry> entries =
          List.of(
              new Entry(margin(cube, "as", 0, 1), FIVE, new Treatment.Suppress()),
              new Entry(margin(cube, "aa", 0, 2), FIVE, new Treatment.Suppress()),
              new Entry(margin(cube, "sa", 1, 2), FIVE, new Treatment.Suppress()));
      List<Outcome> outcomes = TableProtection.of(entries, List.of());
      Attacker attacker = new Attacker();
      outcomes.forEach(outcome -> attacker.see(outcome.table(), outcome.hidden()));
      for (Outcome outcome : outcomes) {
        assertThat(outcome.verdict()).isNotEqualTo(Verdict.REFUSED);
        for (Primary primary : PrimaryCells.of(outcome.table(), FIVE)) {
          assertThat(attacker.bound(outcome.table(), primary.cell(), 1))
              .as("%s of %s", primary, outcome.table().id())
              .isGreaterThanOrEqualTo(outcome.table().value(primary.cell()) + primary.up() - 1e-4);
        }
      }
    }
  }

  private static Table margin(Table cube, String id, int one, int other) {
    List<Dimension> dimensions = List.of(cube.dimensions().get(one), cube.dimensions().get(other));
    return Table.summed(
        id,
        Map.of(),
        dimensions,
        at -> {
          int[] in = new int[3];
          in[one] = at[0];
          in[other] = at[1];
          return cube.value(cube.cell(in));
        });
  }

  @Test
  void aTableThatDoesNotAddUpIsNamed() {
    Table table = Table.summed("t", Map.of(), List.of(AREA, SEX), at -> 10);
    long[] values = table.values();
    values[table.cell(1, 1)]--;
    Entry wrong = new Entry(table.with(values), FIVE, new Treatment.Suppress());
    assertThatThrownBy(() -> TableProtection.of(List.of(wrong), List.of()))
        .hasMessageContaining("t[area=area1, sex=T] is 20, its parts by sex are 19");
  }

  private static Outcome protect(Entry entry) {
    return TableProtection.of(List.of(entry), List.of()).get(0);
  }
}
