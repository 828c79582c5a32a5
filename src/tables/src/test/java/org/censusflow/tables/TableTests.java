package org.censusflow.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TableTests {

  private static final Dimension SEX = InventedTables.flat("sex", 2);
  private static final Dimension AREA =
      new Dimension(
          "area",
          "地区",
          List.of(
              Category.of("d", "全区", null),
              Category.of("s1", "一街道", "d"),
              Category.of("c1", "甲社区", "s1"),
              Category.of("c2", "乙社区", "s1"),
              Category.of("s2", "二街道", "d")));

  @Test
  void sumsAreMadeAlongAllDimensions() {
    // Communities count 10 + their position, women a hundred more.
    Table table =
        Table.summed("t", Map.of(), List.of(AREA, SEX), at -> 10 + at[0] + (at[1] == 2 ? 100 : 0));
    assertThat(table.cells()).isEqualTo(15);
    assertThat(table.value(table.cell(List.of("c1", "sex1")))).isEqualTo(12);
    assertThat(table.value(table.cell(List.of("s1", "sex2")))).isEqualTo(112 + 113);
    assertThat(table.value(table.cell(List.of("d", "T"))))
        .isEqualTo(12 + 13 + 14 + 112 + 113 + 114);
    assertThat(table.name(table.cell(List.of("s1", "sex2")))).isEqualTo("t[area=s1, sex=sex2]");
    assertThat(Additivity.faults(table)).isEmpty();
  }

  @Test
  void theCellThatDoesNotAddUpIsNamed() {
    Table table = Table.summed("t", Map.of(), List.of(AREA, SEX), at -> 10);
    long[] values = table.values();
    values[table.cell(List.of("s1", "sex1"))]++;
    values[table.cell(List.of("s2", "sex2"))] = -1;
    assertThat(Additivity.faults(table.with(values)).stream().map(Additivity.Fault::toString))
        .containsExactlyInAnyOrder(
            "t[area=d, sex=sex1] is 30, its parts by area are 31",
            "t[area=s1, sex=T] is 40, its parts by sex are 41",
            "t[area=s1, sex=sex1] is 21, its parts by area are 20",
            "t[area=d, sex=sex2] is 30, its parts by area are 19",
            "t[area=s2, sex=T] is 20, its parts by sex are 9",
            "t[area=s2, sex=sex2] is below zero: -1");
  }

  @Test
  void aCellKnowsItsPersons() {
    Table adults = new Table("t", Map.of("age", Set.of("15+")), List.of(AREA, SEX), new long[15]);
    assertThat(adults.persons(adults.cell(List.of("s1", "T"))))
        .isEqualTo(Map.of("age", Set.of("15+"), "area", Set.of("c1", "c2")));
  }

  @Test
  void whatIsNoTableIsRefused() {
    assertThatThrownBy(() -> new Table("t", Map.of(), List.of(), new long[0]))
        .hasMessage("table t has no cells");
    assertThatThrownBy(() -> new Table("t", Map.of(), List.of(SEX), new long[2]))
        .hasMessage("table t has 3 cells and 2 values");
    assertThatThrownBy(
            () ->
                new Dimension(
                    "x",
                    "",
                    List.of(
                        Category.of("a", "", null),
                        Category.of("a", "", null),
                        Category.of("b", "", "c"))))
        .hasMessage(
            "dimension x: code a is there twice; parent c of b is unknown; one total is needed,"
                + " there are 2");
    assertThatThrownBy(
            () ->
                new Dimension(
                    "x",
                    "",
                    List.of(
                        Category.of("t", "", null),
                        Category.of("a", "", "b"),
                        Category.of("b", "", "a"))))
        .hasMessage("dimension x: categories are parts of each other");
    assertThatThrownBy(() -> SEX.position("9")).hasMessage("dimension sex has no code 9");
  }
}
