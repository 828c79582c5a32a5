package org.censusflow.tables.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.censusflow.tables.Additivity;
import org.censusflow.tables.Category;
import org.censusflow.tables.Dimension;
import org.censusflow.tables.InventedTables;
import org.censusflow.tables.Table;
import org.junit.jupiter.api.Test;

class TreatmentTests {

  @Test
  void roundedTablesStillAddUp() {
    Random random = new Random(3);
    int next = 0;
    double difference = 0;
    for (int i = 0; i < 300; i++) {
      int base = random.nextBoolean() ? 3 : 5;
      Table table = InventedTables.random(random);
      Rounding rounding = Rounding.of(table, base, i);
      Table rounded = rounding.table();
      assertThat(Additivity.faults(rounded)).isEmpty();
      for (int cell = 0; cell < rounded.cells(); cell++) {
        assertThat(rounded.value(cell) % base).isZero();
        long off = Math.abs(rounded.value(cell) - table.value(cell));
        assertThat(off).isLessThanOrEqualTo(rounding.farthest());
        assertThat(!table.isLeaf(cell) || off < base).as("the finest are next to them").isTrue();
      }
      assertThat(rounding.farthest()).isLessThan(2L * base);
      next += rounding.farthest() < base ? 1 : 0;
      difference += (rounded.value(0) - table.value(0)) / (double) base;
      assertThat(Rounding.of(table, base, i).table().values()).isEqualTo(rounded.values());
    }
    assertThat(next)
        .as("tables of which every figure is next to its true value")
        .isGreaterThan(285);
    assertThat(difference / 300).as("no bias").isCloseTo(0, within(0.1));
  }

  @Test
  void whatMultiplesAreStays() {
    Table table =
        Table.summed("t", Map.of(), List.of(InventedTables.flat("a", 4)), at -> 5L * at[0]);
    assertThat(Rounding.of(table, 5, 1).table().values()).isEqualTo(table.values());
    assertThatThrownBy(() -> Rounding.of(table, 1, 1)).hasMessage("a base above 1 is needed");
  }

  @Test
  void theSamePersonsAreChangedAlike() {
    // Ones go to 0 or 2, larger counts by one up for keys below 16.
    List<CellKeys.Line> lines = new ArrayList<>();
    for (int key = 0; key < CellKeys.KEYS; key++) {
      lines.add(new CellKeys.Line(1, key, key % 2 == 0 ? -1 : 1));
      lines.add(new CellKeys.Line(2, key, key < 16 ? 1 : 0));
      lines.add(new CellKeys.Line(3, key, key < 16 ? -1 : 0));
    }
    CellKeys keys = new CellKeys(lines, 2);
    assertThat(keys.shown(0, 17)).isZero();
    assertThat(keys.shown(1, 256 + 4)).isZero();
    assertThat(keys.shown(1, 5)).isEqualTo(2);
    assertThat(keys.shown(3, 0)).isEqualTo(2);
    // Above three the second and third take turns.
    assertThat(keys.shown(4, 0)).isEqualTo(5);
    assertThat(keys.shown(5, 0)).isEqualTo(4);
    assertThat(keys.shown(6, 0)).isEqualTo(7);
    assertThat(keys.shown(6, 99)).isEqualTo(6);
    Table table = Table.summed("t", Map.of(), List.of(InventedTables.flat("a", 2)), at -> at[0]);
    assertThat(keys.perturb(table, cell -> 7).values()).containsExactly(2, 2, 3);
    lines.remove(0);
    assertThatThrownBy(() -> new CellKeys(lines, 2)).hasMessageContaining("each count from 1");
    lines.add(new CellKeys.Line(1, 0, -2));
    assertThatThrownBy(() -> new CellKeys(lines, 2)).hasMessageContaining("negative");
  }

  /** Rows 501 to 750 of a published table serve 751 to 1,000, 1,001 to 1,250 and so on. */
  @Test
  void largeCountsUseTheLastRowsInTurn() {
    List<CellKeys.Line> lines = new ArrayList<>();
    for (int count = 1; count <= 750; count++) {
      for (int key = 0; key < CellKeys.KEYS; key++) {
        lines.add(new CellKeys.Line(count, key, count % 7));
      }
    }
    CellKeys keys = new CellKeys(lines, 250);
    assertThat(keys.shown(750, 3)).isEqualTo(750 + 750 % 7);
    assertThat(keys.shown(751, 3)).isEqualTo(751 + 501 % 7);
    assertThat(keys.shown(1_000, 3)).isEqualTo(1_000 + 750 % 7);
    assertThat(keys.shown(1_001, 3)).isEqualTo(1_001 + 501 % 7);
    assertThat(keys.shown(12_346, 3)).isEqualTo(12_346 + (12_345 % 250 + 501) % 7);
  }

  @Test
  void detailGoesUntilNothingIsSensitive() {
    Random random = new Random(5);
    for (int i = 0; i < 100; i++) {
      Table table = InventedTables.random(random);
      Rules rules = Rules.threshold(5);
      Collapse collapse = Collapse.of(table, rules).orElseThrow();
      assertThat(PrimaryCells.of(collapse.table(), rules)).isEmpty();
      assertThat(Additivity.faults(collapse.table())).isEmpty();
      assertThat(collapse.table().value(0)).isEqualTo(table.value(0));
    }
    Table few = Table.summed("t", Map.of(), List.of(InventedTables.flat("a", 2)), at -> 1);
    assertThat(Collapse.of(few, Rules.threshold(5))).isEmpty();
  }

  @Test
  void onlyTheDimensionThatNeedsItLosesDetail() {
    Dimension area =
        new Dimension(
            "area",
            "",
            List.of(
                Category.of("d", "", null),
                Category.of("s1", "", "d"),
                Category.of("c1", "", "s1"),
                Category.of("c2", "", "s1"),
                Category.of("s2", "", "d")));
    Table table =
        Table.summed(
            "t",
            Map.of(),
            List.of(area, InventedTables.flat("sex", 2)),
            at -> at[0] == 2 ? 3 : 100);
    Collapse collapse = Collapse.of(table, Rules.threshold(5)).orElseThrow();
    assertThat(collapse.dropped()).containsExactly("area");
    assertThat(collapse.table().dimensions().get(0).categories())
        .extracting(Category::code)
        .containsExactly("d", "s1", "s2");
    assertThat(collapse.table().value(collapse.table().cell(List.of("s1", "T")))).isEqualTo(206);
  }

  @Test
  void figuresOfOverlappingUniversesAreHeldAgainstEachOther() {
    Dimension sex = InventedTables.flat("sex", 2);
    Table all = Table.summed("all", Map.of(), List.of(sex), at -> 100);
    // Of a hundred men 97 are fifteen or older: three boys.
    Table adults =
        Table.summed(
            "adults", Map.of("age", Set.of("15", "16")), List.of(sex), at -> at[0] == 1 ? 97 : 80);
    List<Differencing.Finding> findings =
        Differencing.find(
            List.of(new Suppression.Released(adults, Map.of())),
            List.of(new Suppression.Released(all, Map.of())),
            5);
    assertThat(findings)
        .containsExactly(
            new Differencing.Finding(0, adults.cell(1), "adults[sex=sex1]", "all[sex=sex1]", 3));
    assertThat(
            Differencing.find(
                List.of(
                    new Suppression.Released(adults, Map.of(adults.cell(1), Reason.DIFFERENCE))),
                List.of(new Suppression.Released(all, Map.of())),
                5))
        .isEmpty();
  }

  @Test
  void figuresOfOverlappingAreasAreHeldAgainstEachOther() {
    Dimension communities =
        new Dimension(
            "area",
            "",
            List.of(
                Category.of("d", "", null),
                Category.of("old", "", "d"),
                Category.of("new", "", "d")));
    Dimension zone =
        new Dimension(
            "area",
            "",
            List.of(
                Category.of("d", "", null),
                new Category("zone", "", "d", Set.of("old", "new")),
                Category.of("rest", "", "d")));
    Table first = Table.summed("first", Map.of(), List.of(communities), at -> at[0] == 1 ? 200 : 2);
    Table second = Table.summed("second", Map.of(), List.of(zone), at -> at[0] == 1 ? 202 : 300);
    List<Differencing.Finding> findings =
        Differencing.find(
            List.of(new Suppression.Released(second, Map.of())),
            List.of(new Suppression.Released(first, Map.of(2, Reason.THRESHOLD))),
            5);
    assertThat(findings)
        .extracting(Differencing.Finding::shown, Differencing.Finding::other)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("second[area=zone]", "first[area=old]"));
  }
}
