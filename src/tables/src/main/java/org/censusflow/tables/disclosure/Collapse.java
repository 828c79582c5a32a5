package org.censusflow.tables.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.censusflow.tables.Category;
import org.censusflow.tables.Dimension;
import org.censusflow.tables.Table;

/**
 * Shows less detail: as long as something is sensitive, the finest level of one dimension goes,
 * that whose loss leaves the fewest sensitive cells, then the most cells. At the end there may be
 * the total alone.
 *
 * @param table with the categories that are left
 * @param dropped the variables whose finest level went, in turn
 */
public record Collapse(Table table, List<String> dropped) {

  /** Nothing in the result is sensitive; empty where not even the total may be shown. */
  public static Optional<Collapse> of(Table table, Rules rules) {
    Table now = table;
    List<String> dropped = new ArrayList<>();
    while (!PrimaryCells.of(now, rules).isEmpty()) {
      Table best = null;
      String name = null;
      for (int d = 0; d < now.dimensions().size(); d++) {
        if (now.dimensions().get(d).size() > 1) {
          Table without = withoutFinest(now, d);
          if (best == null || better(without, best, rules)) {
            best = without;
            name = now.dimensions().get(d).id();
          }
        }
      }
      if (best == null) {
        return Optional.empty();
      }
      now = best;
      dropped.add(name);
    }
    return Optional.of(new Collapse(now, List.copyOf(dropped)));
  }

  private static boolean better(Table one, Table other, Rules rules) {
    int sensitive = PrimaryCells.of(one, rules).size();
    int others = PrimaryCells.of(other, rules).size();
    return sensitive < others || sensitive == others && one.cells() > other.cells();
  }

  private static Table withoutFinest(Table table, int d) {
    Dimension dimension = table.dimensions().get(d);
    int deepest =
        IntStream.range(0, dimension.size())
            .map(category -> dimension.upwards(category).size())
            .max()
            .orElseThrow();
    int[] kept =
        IntStream.range(0, dimension.size())
            .filter(category -> dimension.upwards(category).size() < deepest)
            .toArray();
    List<Category> categories = new ArrayList<>();
    for (int category : kept) {
      Category old = dimension.categories().get(category);
      categories.add(
          new Category(old.code(), old.label(), old.parent(), dimension.covers(category)));
    }
    List<Dimension> dimensions = new ArrayList<>(table.dimensions());
    dimensions.set(d, new Dimension(dimension.id(), dimension.label(), categories));
    int cells = dimensions.stream().mapToInt(Dimension::size).reduce(1, (a, b) -> a * b);
    Table frame = new Table(table.id(), table.universe(), dimensions, new long[cells]);
    long[] values = new long[cells];
    for (int cell = 0; cell < cells; cell++) {
      int[] at = frame.categories(cell);
      at[d] = kept[at[d]];
      values[cell] = table.value(table.cell(at));
    }
    return frame.with(values);
  }
}
