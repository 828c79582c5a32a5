package org.censusflow.tables.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.censusflow.tables.Additivity;
import org.censusflow.tables.Table;

/**
 * Which cells of tables that belong together are not shown. Tables belong together when they count
 * the same persons ({@link Table#universe()}): a figure that is in two of them is shown in both or
 * in none, and one who has all of them can compute no sensitive cell more narrowly than its rule
 * allows.
 *
 * @param hidden by table, in their order: the reason of each cell that is not shown
 * @param unprotected sensitive cells that can be computed from what is released already, by name;
 *     where there is one, the tables must not be released
 */
public record Suppression(List<Map<Integer, Reason>> hidden, List<String> unprotected) {

  /** A table, and what of it is sensitive. */
  public record Sensitive(Table table, List<Primary> primaries) {}

  /** A table that is out, and the cells of it that were not shown. */
  public record Released(Table table, Map<Integer, Reason> hidden) {}

  /**
   * @param tables to be released, of one universe
   * @param released already, of the same universe: nothing of them can be hidden any more
   * @throws IllegalArgumentException when a table does not add up, naming the cells; when the
   *     universes differ, or a variable has different categories in two tables
   */
  public static Suppression of(List<Sensitive> tables, List<Released> released) {
    List<String> faults = new ArrayList<>();
    for (Sensitive sensitive : tables) {
      Additivity.faults(sensitive.table()).forEach(fault -> faults.add(fault.toString()));
    }
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException("tables do not add up: " + String.join("; ", faults));
    }
    Protection protection = new Protection(tables, released);
    List<String> unprotected = protection.run();
    List<Map<Integer, Reason>> hidden = new ArrayList<>();
    for (int t = 0; t < tables.size(); t++) {
      hidden.add(new TreeMap<>(protection.hidden(t)));
    }
    return new Suppression(List.copyOf(hidden), unprotected);
  }

  /** One table by itself. */
  public static Suppression of(Table table, Rules rules) {
    return of(List.of(new Sensitive(table, PrimaryCells.of(table, rules))), List.of());
  }
}
