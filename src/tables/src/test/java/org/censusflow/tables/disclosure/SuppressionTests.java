package org.censusflow.tables.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.censusflow.tables.Dimension;
import org.censusflow.tables.InventedTables;
import org.censusflow.tables.Table;
import org.junit.jupiter.api.Test;

class SuppressionTests {

  private static final double ROUNDING = 1e-4;

  private static final Dimension A = InventedTables.flat("a", 3);
  private static final Dimension B = InventedTables.flat("b", 3);

  @Test
  void aSmallCountIsHiddenWithThreeOthers() {
    Table table = table(new long[][] {{2, 40, 50}, {30, 60, 70}, {80, 90, 99}});
    Suppression suppression = Suppression.of(table, Rules.threshold(5));
    Map<Integer, Reason> hidden = suppression.hidden().get(0);
    assertThat(suppression.unprotected()).isEmpty();
    assertThat(hidden).hasSize(4).containsEntry(table.cell(1, 1), Reason.THRESHOLD);
    // The smallest others that are large enough.
    assertThat(hidden.keySet())
        .containsExactlyInAnyOrder(
            table.cell(1, 1), table.cell(1, 2), table.cell(2, 1), table.cell(2, 2));
  }

  /** One thousand tables, and an attacker with a linear program for every hidden cell. */
  @Test
  void nobodyComputesAHiddenCellMoreNarrowlyThanTheRuleAllows() {
    Random random = new Random(20_201_101);
    int primaries = 0;
    int hidden = 0;
    int cells = 0;
    for (int i = 0; i < 1_000; i++) {
      Table table = InventedTables.random(random);
      Rules rules = rules(random);
      List<Primary> sensitive = PrimaryCells.of(table, rules);
      Suppression suppression =
          Suppression.of(List.of(new Suppression.Sensitive(table, sensitive)), List.of());
      assertThat(suppression.unprotected()).isEmpty();
      Map<Integer, Reason> pattern = suppression.hidden().get(0);
      attack(
          new Attacker().see(table, pattern), table, sensitive, i % 10 == 0 ? pattern : Map.of());
      primaries += sensitive.size();
      hidden += pattern.size();
      cells += table.cells();
    }
    System.out.printf(
        "1,000 tables, %d cells: %d sensitive, %d hidden%n", cells, primaries, hidden);
    assertThat(primaries).isGreaterThan(2_000);
    assertThat(hidden).isLessThan(cells / 2);
  }

  private static Rules rules(Random random) {
    return new Rules(5, 5, random.nextInt(5) == 0, random.nextBoolean() ? Set.of("v0") : Set.of());
  }

  private static void attack(
      Attacker attacker, Table table, List<Primary> sensitive, Map<Integer, Reason> hidden) {
    for (Primary primary : sensitive) {
      long value = table.value(primary.cell());
      assertThat(attacker.bound(table, primary.cell(), 1))
          .as("%s", primary)
          .isGreaterThanOrEqualTo(value + primary.up() - ROUNDING);
      if (primary.down() > 0) {
        assertThat(attacker.bound(table, primary.cell(), -1))
            .as("%s", primary)
            .isLessThanOrEqualTo(value - primary.down() + ROUNDING);
      }
    }
    hidden.forEach(
        (cell, reason) -> {
          if (reason == Reason.SECONDARY) {
            assertThat(attacker.bound(table, cell, 1) - attacker.bound(table, cell, -1))
                .as(table.name(cell))
                .isGreaterThanOrEqualTo(1 - ROUNDING);
          }
        });
  }

  /**
   * The attacker is no straw man: without the secondary cells it finds most of the sensitive ones.
   */
  @Test
  void theAttackerFindsWhatOnlyTheSmallCountsHide() {
    Random random = new Random(1);
    int found = 0;
    int sensitive = 0;
    for (int i = 0; i < 50; i++) {
      Table table = InventedTables.random(random);
      List<Primary> primaries = PrimaryCells.of(table, Rules.threshold(5));
      Map<Integer, Reason> hidden = new java.util.HashMap<>();
      primaries.forEach(primary -> hidden.put(primary.cell(), primary.reason()));
      Attacker attacker = new Attacker().see(table, hidden);
      for (Primary primary : primaries) {
        sensitive++;
        double most = attacker.bound(table, primary.cell(), 1);
        found += most < table.value(primary.cell()) + 5 - ROUNDING ? 1 : 0;
      }
    }
    assertThat(found).isGreaterThan(sensitive / 2);
  }

  @Test
  void tablesThatBelongTogetherHideTogether() {
    Random random = new Random(7);
    for (int i = 0; i < 100; i++) {
      Dimension area = InventedTables.tree("area", 3, random);
      Dimension sex = InventedTables.flat("sex", 2);
      Dimension age = InventedTables.flat("age", 4);
      long[][][] persons = new long[area.size()][sex.size()][age.size()];
      for (long[][] byArea : persons) {
        for (long[] bySex : byArea) {
          for (int a = 0; a < bySex.length; a++) {
            bySex[a] = InventedTables.count(random) / 3;
          }
        }
      }
      Table one =
          Table.summed(
              "one", Map.of(), List.of(area, sex), at -> leaves(persons[at[0]][at[1]], age));
      Table two =
          Table.summed(
              "two",
              Map.of(),
              List.of(area, age),
              at -> persons[at[0]][1][at[1]] + persons[at[0]][2][at[1]]);
      Rules rules = Rules.threshold(10);
      List<Primary> first = PrimaryCells.of(one, rules);
      List<Primary> second = PrimaryCells.of(two, rules);
      Suppression suppression =
          Suppression.of(
              List.of(
                  new Suppression.Sensitive(one, first), new Suppression.Sensitive(two, second)),
              List.of());
      assertThat(suppression.unprotected()).isEmpty();
      Attacker attacker =
          new Attacker()
              .see(one, suppression.hidden().get(0))
              .see(two, suppression.hidden().get(1));
      attack(attacker, one, first, suppression.hidden().get(0));
      attack(attacker, two, second, suppression.hidden().get(1));
      for (int category = 0; category < area.size(); category++) {
        assertThat(suppression.hidden().get(0).containsKey(one.cell(category, 0)))
            .isEqualTo(suppression.hidden().get(1).containsKey(two.cell(category, 0)));
      }
    }
  }

  private static long leaves(long[] counts, Dimension dimension) {
    long sum = 0;
    for (int leaf : dimension.leaves(dimension.total())) {
      sum += counts[leaf];
    }
    return sum;
  }

  /** What is out cannot be hidden: a sensitive cell that follows from it is named. */
  @Test
  void whatFollowsFromAReleasedTableIsNamed() {
    Table released = table(new long[][] {{20, 40, 50}, {30, 60, 70}, {80, 90, 99}});
    Table margin =
        Table.summed("m", Map.of(), List.of(A), at -> released.value(released.cell(at[0], 0)));
    Primary one = new Primary(margin.cell(1), Reason.DIFFERENCE, 5, 0);
    Suppression open =
        Suppression.of(
            List.of(new Suppression.Sensitive(margin, List.of(one))),
            List.of(new Suppression.Released(released, Map.of())));
    assertThat(open.unprotected()).containsExactly("m[a=a1]");
    Map<Integer, Reason> hidden =
        Map.of(
            released.cell(1, 0),
            Reason.SECONDARY,
            released.cell(1, 1),
            Reason.THRESHOLD,
            released.cell(2, 0),
            Reason.SECONDARY,
            released.cell(2, 1),
            Reason.SECONDARY);
    Suppression kept =
        Suppression.of(
            List.of(new Suppression.Sensitive(margin, List.of(one))),
            List.of(new Suppression.Released(released, hidden)));
    assertThat(kept.unprotected()).isEmpty();
    assertThat(kept.hidden().get(0)).containsKeys(margin.cell(1), margin.cell(2));
  }

  @Test
  void aSingleHiddenCellOfASumFollows() {
    Table table = table(new long[][] {{2, 40, 50}, {30, 60, 70}, {80, 90, 99}});
    assertThat(Deduction.of(table, List.of(table.cell(1, 1)))).containsExactly(table.cell(1, 1));
    // One after the other: the second column's sum is shown.
    List<Integer> three = List.of(table.cell(1, 1), table.cell(1, 2), table.cell(2, 1));
    assertThat(Deduction.of(table, three)).hasSize(3);
    Suppression suppression = Suppression.of(table, Rules.threshold(5));
    assertThat(Deduction.of(table, suppression.hidden().get(0).keySet())).isEmpty();
  }

  @Test
  void impossibleCellsHideNothing() {
    Table table = table(new long[][] {{2, 0, 50}, {30, 60, 70}, {80, 0, 99}});
    table.impossible(table.cell(1, 2));
    table.impossible(table.cell(3, 2));
    Suppression suppression = Suppression.of(table, Rules.threshold(5));
    assertThat(suppression.hidden().get(0)).doesNotContainKeys(table.cell(1, 2), table.cell(3, 2));
    attack(
        new Attacker().see(table, suppression.hidden().get(0)),
        table,
        PrimaryCells.of(table, Rules.threshold(5)),
        suppression.hidden().get(0));
  }

  @Test
  void dominantContributorsAreProtectedFromTheSecond() {
    Table table = table(new long[][] {{1000, 900, 800}, {700, 650, 600}, {900, 800, 700}});
    Dominance dominance =
        new Dominance(
            10,
            new Dominance.Contributions() {
              @Override
              public long largest(int cell) {
                return cell == table.cell(1, 1) ? 900 : 100;
              }

              @Override
              public long second(int cell) {
                return cell == table.cell(1, 1) ? 80 : 90;
              }
            });
    List<Primary> primaries = PrimaryCells.of(table, dominance);
    // 10 % of 900 less the rest of 20
    assertThat(primaries).containsExactly(new Primary(table.cell(1, 1), Reason.DOMINANCE, 70, 0));
    Suppression suppression =
        Suppression.of(List.of(new Suppression.Sensitive(table, primaries)), List.of());
    attack(
        new Attacker().see(table, suppression.hidden().get(0)),
        table,
        primaries,
        suppression.hidden().get(0));
  }

  @Test
  void whatDoesNotBelongTogetherOrAddUpIsRefused() {
    Table table = table(new long[][] {{2, 40, 50}, {30, 60, 70}, {80, 90, 99}});
    long[] values = table.values();
    values[0]++;
    Table wrong = table.with(values);
    assertThatThrownBy(() -> Suppression.of(wrong, Rules.threshold(5)))
        .hasMessageContaining("t[a=T, b=T] is 522, its parts by a are 521");
    Table adults = new Table("adults", Map.of("age", Set.of("15")), List.of(A), new long[4]);
    List<Suppression.Sensitive> both = new ArrayList<>();
    both.add(new Suppression.Sensitive(table, List.of()));
    both.add(new Suppression.Sensitive(adults, List.of()));
    assertThatThrownBy(() -> Suppression.of(both, List.of()))
        .hasMessage("tables t and adults count different persons");
  }

  private static Table table(long[][] counts) {
    return Table.summed("t", Map.of(), List.of(A, B), at -> counts[at[0] - 1][at[1] - 1]);
  }
}
