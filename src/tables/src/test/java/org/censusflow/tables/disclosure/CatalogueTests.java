package org.censusflow.tables.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.censusflow.tables.Category;
import org.censusflow.tables.Dimension;
import org.censusflow.tables.InventedTables;
import org.censusflow.tables.Table;
import org.junit.jupiter.api.Test;

/** Tables of a district's size: 580,000 persons in 60 communities of five subdistricts. */
class CatalogueTests {

  private static final Dimension AREA = areas();

  @Test
  void tablesOfADistrictAreProtectedInTime() {
    protect("age by sex", 18, 2, 300, 0.15);
    protect("ethnic group", 56, 1, 10_000, 1.2);
    protect("ethnic group by sex", 56, 2, 5_000, 1.2);
    protect("education by age", 7, 14, 100, 0.3);
  }

  /** Counts fall from category to category, as those of ages or ethnic groups do. */
  private static void protect(String name, int rows, int columns, double first, double fall) {
    Random random = new Random(9);
    Dimension row = InventedTables.flat("row", rows);
    Dimension column = InventedTables.flat("column", columns);
    List<Dimension> dimensions = new ArrayList<>(List.of(AREA, row));
    if (columns > 1) {
      dimensions.add(column);
    }
    Table table =
        Table.summed(
            "t",
            Map.of(),
            dimensions,
            at ->
                (long)
                    (first
                        * Math.pow(at[1], -fall * 2)
                        * Math.exp(random.nextGaussian())
                        * (random.nextDouble() < 0.9 ? 1 : 0.1)));
    List<Primary> primaries = PrimaryCells.of(table, Rules.threshold(5));
    long begun = System.nanoTime();
    Suppression suppression =
        Suppression.of(List.of(new Suppression.Sensitive(table, primaries)), List.of());
    double seconds = (System.nanoTime() - begun) / 1e9;
    long zeros = java.util.Arrays.stream(table.values()).filter(v -> v == 0).count();
    System.out.printf(
        "%s: %d cells, %d of nobody, %d sensitive, %d hidden in %.2f s%n",
        name, table.cells(), zeros, primaries.size(), suppression.hidden().get(0).size(), seconds);
    assertThat(suppression.unprotected()).isEmpty();
    assertThat(seconds).isLessThan(20);
    begun = System.nanoTime();
    Rounding rounding = Rounding.of(table, 5, 1);
    System.out.printf(
        "  rounded in %.2f s, farthest %d%n",
        (System.nanoTime() - begun) / 1e9, rounding.farthest());
    assertThat(rounding.farthest()).isLessThan(10);
  }

  private static Dimension areas() {
    List<Category> categories = new ArrayList<>();
    categories.add(Category.of("d", "全区", null));
    for (int s = 1; s <= 5; s++) {
      categories.add(Category.of("s" + s, "", "d"));
      for (int c = 1; c <= 12; c++) {
        categories.add(Category.of("s" + s + "c" + c, "", "s" + s));
      }
    }
    return new Dimension("area", "地区", categories);
  }
}
