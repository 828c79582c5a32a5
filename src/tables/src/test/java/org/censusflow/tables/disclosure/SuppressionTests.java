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
      new Attacker().see(table, pattern).verify(table, sensitive, i % 10 == 0 ? pattern : Map.of());
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
    new Attacker()
        .see(table, suppression.hidden().get(0))
        .verify(table, PrimaryCells.of(table, Rules.threshold(5)), suppression.hidden().get(0));
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
    new Attacker()
        .see(table, suppression.hidden().get(0))
        .verify(table, primaries, suppression.hidden().get(0));
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
