package org.censusflow.tables.disclosure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.censusflow.tables.Dimension;
import org.censusflow.tables.Table;

/**
 * Secondary suppression by witnesses. For each sensitive cell it finds other tables, {@link Move
 * moves} away from the true ones, in which the cell is as far off as its rule wants; all cells that
 * change are hidden. Then nobody can tell the true tables from those, and what anybody can compute
 * of the cell is no narrower: the witness is the proof. More hidden cells never make it false, so
 * cells are protected one after the other. Needs no solver, and its time is bounded.
 *
 * <p>It is the modular idea of CONFID (G. Sande, "Automated cell suppression to preserve
 * confidentiality of business statistics", 1984) with rectangles of the hypercube method (R. D.
 * Repsilber, 1994) in place of a linear program. It may hide more than the least.
 */
final class Protection {

  /** The second knows what the first has hidden, begins at the other end, and mostly hides less. */
  private static final int ATTEMPTS = 2;

  private final List<Suppression.Sensitive> sensitive;
  private final List<Suppression.Released> released;
  private final List<Dimension> variables;
  private final List<Ways> ways;
  private List<LinkedTable> tables = List.of();

  Protection(List<Suppression.Sensitive> sensitive, List<Suppression.Released> released) {
    this.sensitive = sensitive;
    this.released = released;
    List<Table> all =
        new ArrayList<>(sensitive.stream().map(Suppression.Sensitive::table).toList());
    released.forEach(table -> all.add(table.table()));
    variables = variables(all);
    ways = variables.stream().map(Ways::new).toList();
  }

  /** Hides what has to be hidden; returns the cells for which that is not enough. */
  List<String> run() {
    List<LinkedTable> best = List.of();
    List<String> unprotected = List.of();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      tables = tables(tables);
      List<String> left = attempt(attempt > 0);
      if (best.isEmpty() || left.size() <= unprotected.size() && lost(tables) < lost(best)) {
        best = tables;
        unprotected = left;
      }
    }
    tables = best;
    return unprotected;
  }

  private static double lost(List<LinkedTable> tables) {
    return tables.stream().mapToDouble(LinkedTable::lost).sum();
  }

  /** The tables as they are, and what was hidden at the attempt before. */
  private List<LinkedTable> tables(List<LinkedTable> before) {
    List<LinkedTable> now = new ArrayList<>();
    for (Suppression.Sensitive table : sensitive) {
      now.add(
          new LinkedTable(table.table(), Map.of(), false, variables, before(before, now.size())));
    }
    for (Suppression.Released table : released) {
      now.add(
          new LinkedTable(
              table.table(), table.hidden(), true, variables, before(before, now.size())));
    }
    return now;
  }

  private static Set<Integer> before(List<LinkedTable> before, int table) {
    return before.isEmpty() ? Set.of() : before.get(table).hidden().keySet();
  }

  private static List<Dimension> variables(List<Table> tables) {
    Map<String, Dimension> variables = new LinkedHashMap<>();
    for (Table table : tables) {
      if (!table.universe().equals(tables.get(0).universe())) {
        throw new IllegalArgumentException(
            "tables " + tables.get(0).id() + " and " + table.id() + " count different persons");
      }
      for (Dimension dimension : table.dimensions()) {
        Dimension known = variables.putIfAbsent(dimension.id(), dimension);
        if (known != null && !known.categories().equals(dimension.categories())) {
          throw new IllegalArgumentException(
              "table " + table.id() + " has other categories of " + dimension.id());
        }
      }
    }
    return List.copyOf(variables.values());
  }

  Map<Integer, Reason> hidden(int table) {
    return tables.get(table).hidden();
  }

  private List<String> attempt(boolean sumsLast) {
    record Task(LinkedTable table, Primary primary) {}
    List<Task> tasks = new ArrayList<>();
    for (int t = 0; t < sensitive.size(); t++) {
      for (Primary primary : sensitive.get(t).primaries()) {
        LinkedTable table = tables.get(t);
        table.hide(primary.cell(), primary.reason());
        tasks.add(new Task(table, primary));
      }
    }
    // Sums first: what protects them protects some of their parts.
    tasks.sort(
        Comparator.comparingInt((Task task) -> depth(task.table().table(), task.primary().cell()))
            .thenComparing(
                Comparator.comparingLong(
                        (Task task) -> task.table().table().value(task.primary().cell()))
                    .reversed()));
    if (sumsLast) {
      Collections.reverse(tasks);
    }
    List<String> unprotected = new ArrayList<>();
    for (Task task : tasks) {
      boolean safe =
          protect(task.table(), task.primary(), 1) & protect(task.table(), task.primary(), -1);
      if (!safe) {
        unprotected.add(task.table().table().name(task.primary().cell()));
      }
    }
    return unprotected;
  }

  private static int depth(Table table, int cell) {
    int depth = 0;
    for (int d = 0; d < table.dimensions().size(); d++) {
      depth += table.dimensions().get(d).upwards(table.category(cell, d)).size();
    }
    return depth;
  }

  private boolean protect(LinkedTable table, Primary primary, int sign) {
    long need = sign > 0 ? primary.up() : primary.down();
    long has = sign > 0 ? table.up(primary.cell()) : table.down(primary.cell());
    return need <= has || new WitnessSearch(tables, ways, table, primary.cell(), sign).hide(need);
  }
}
