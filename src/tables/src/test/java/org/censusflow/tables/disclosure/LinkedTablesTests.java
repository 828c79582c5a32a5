package org.censusflow.tables.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.censusflow.tables.Dimension;
import org.censusflow.tables.InventedTables;
import org.censusflow.tables.Table;
import org.junit.jupiter.api.Test;

/** Tables that count the same persons, and one of them is perhaps out already. */
class LinkedTablesTests {

  private static final Dimension A = InventedTables.flat("a", 3);
  private static final Dimension B = InventedTables.flat("b", 3);

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
      attacker.verify(one, first, suppression.hidden().get(0));
      attacker.verify(two, second, suppression.hidden().get(1));
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
    long[][] counts = {{20, 40, 50}, {30, 60, 70}, {80, 90, 99}};
    Table released = Table.summed("t", Map.of(), List.of(A, B), at -> counts[at[0] - 1][at[1] - 1]);
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
}
