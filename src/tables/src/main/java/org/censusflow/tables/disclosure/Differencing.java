package org.censusflow.tables.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.censusflow.tables.Table;

/**
 * What follows from two figures of overlapping areas or universes: where the persons of one are
 * among those of the other, and the rest, by one variable, is fewer than the threshold, their
 * difference says what a small count would. Figures of one universe with the same categories are
 * linked tables instead ({@link Suppression}).
 */
public final class Differencing {

  private Differencing() {}

  /**
   * Two figures whose difference is too small.
   *
   * @param table position of the new table, and the cell of it that must not be shown
   * @param shown name of that cell
   * @param other name of the figure from which it may not be taken, or which may not be taken from
   *     it
   * @param difference persons
   */
  public record Finding(int table, int cell, String shown, String other, long difference) {}

  private record Shown(int table, Table in, int cell, Set<String> codes) {

    String name() {
      return in.name(cell);
    }

    /** No codes: all that there are. */
    boolean isWithin(Shown larger) {
      return !codes.isEmpty()
          && !codes.equals(larger.codes)
          && (larger.codes.isEmpty() || larger.codes.containsAll(codes));
    }
  }

  /**
   * @param tables to be released, with what of them is hidden already
   * @param released already
   */
  public static List<Finding> find(
      List<Suppression.Released> tables, List<Suppression.Released> released, int threshold) {
    return find(tables, released, threshold, (one, other) -> false);
  }

  /**
   * @param linked of which two tables the differences are known to be protected
   */
  static List<Finding> find(
      List<Suppression.Released> tables,
      List<Suppression.Released> released,
      int threshold,
      BiPredicate<Table, Table> linked) {
    List<Suppression.Released> all = new ArrayList<>(tables);
    all.addAll(released);
    Set<String> variables = new TreeSet<>();
    for (Suppression.Released one : all) {
      variables.addAll(one.table().universe().keySet());
      one.table().dimensions().forEach(dimension -> variables.add(dimension.id()));
    }
    List<Finding> findings = new ArrayList<>();
    Set<String> told = new HashSet<>();
    for (String variable : variables) {
      for (List<Shown> group : groups(all, variable).values()) {
        for (Shown small : group) {
          for (Shown large : group) {
            long difference = large.in().value(large.cell()) - small.in().value(small.cell());
            if (small.table() != large.table()
                && difference > 0
                && difference < threshold
                && small.isWithin(large)
                && !linked.test(small.in(), large.in())
                && (small.table() < tables.size() || large.table() < tables.size())
                && told.add(small.name() + large.name())) {
              findings.add(finding(small, large, tables.size(), difference));
            }
          }
        }
      }
    }
    return findings;
  }

  private static Finding finding(Shown small, Shown large, int news, long difference) {
    // Of two new figures the part is hidden, of a new and an old one the new one.
    boolean part = small.table() < news;
    Shown hide = part ? small : large;
    return new Finding(
        hide.table(), hide.cell(), hide.name(), (part ? large : small).name(), difference);
  }

  /** Figures of persons who differ by the variable alone. */
  private static Map<Map<String, Set<String>>, List<Shown>> groups(
      List<Suppression.Released> all, String variable) {
    Map<Map<String, Set<String>>, List<Shown>> groups = new HashMap<>();
    for (int t = 0; t < all.size(); t++) {
      Table table = all.get(t).table();
      for (int cell = 0; cell < table.cells(); cell++) {
        if (!all.get(t).hidden().containsKey(cell)) {
          Map<String, Set<String>> persons = table.persons(cell);
          Set<String> codes = persons.remove(variable);
          groups
              .computeIfAbsent(persons, p -> new ArrayList<>())
              .add(new Shown(t, table, cell, codes == null ? Set.of() : codes));
        }
      }
    }
    return groups;
  }
}
