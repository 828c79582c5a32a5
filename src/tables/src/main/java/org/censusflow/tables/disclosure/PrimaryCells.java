package org.censusflow.tables.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.censusflow.tables.Dimension;
import org.censusflow.tables.Table;

/** Finds what is sensitive by rule. */
public final class PrimaryCells {

  private PrimaryCells() {}

  /**
   * The sensitive cells of a table of persons or households, in the order of the cells.
   *
   * @throws IllegalArgumentException when a rule names a variable that the table does not have
   */
  public static List<Primary> of(Table table, Rules rules) {
    List<Integer> groups = new ArrayList<>();
    for (int d = 0; d < table.dimensions().size(); d++) {
      if (rules.groups().contains(table.dimensions().get(d).id())) {
        groups.add(d);
      }
    }
    List<Primary> primaries = new ArrayList<>();
    for (int cell = 0; cell < table.cells(); cell++) {
      of(table, rules, groups, cell).ifPresent(primaries::add);
    }
    return primaries;
  }

  private static Optional<Primary> of(Table table, Rules rules, List<Integer> groups, int cell) {
    long value = table.value(cell);
    if (value == 0) {
      return rules.zeros() && !table.isImpossible(cell)
          ? Optional.of(new Primary(cell, Reason.ZERO, rules.width(), 0))
          : Optional.empty();
    }
    boolean full = groups.stream().anyMatch(d -> isFull(table, cell, d));
    // One person of a full cell at least must be possible elsewhere, and a threshold's width of
    // them.
    long down = full ? Math.min(value, rules.width()) : 0;
    if (value < rules.threshold()) {
      return Optional.of(new Primary(cell, Reason.THRESHOLD, rules.width(), down));
    }
    return full ? Optional.of(new Primary(cell, Reason.FULL, 0, down)) : Optional.empty();
  }

  /**
   * Whether the cell has everybody of the whole of which it is a part, and there are other parts.
   */
  private static boolean isFull(Table table, int cell, int d) {
    Dimension dimension = table.dimensions().get(d);
    int category = table.category(cell, d);
    if (category == dimension.total()) {
      return false;
    }
    int whole = dimension.parent(category);
    return dimension.children(whole).length > 1
        && table.value(table.moved(cell, d, whole)) == table.value(cell);
  }

  /** The sensitive cells of a table of establishments' figures. */
  public static List<Primary> of(Table table, Dominance dominance) {
    List<Primary> primaries = new ArrayList<>();
    for (int cell = 0; cell < table.cells(); cell++) {
      long needed = dominance.needed(cell, table.value(cell));
      if (table.value(cell) > 0 && needed > 0) {
        primaries.add(new Primary(cell, Reason.DOMINANCE, needed, 0));
      }
    }
    return primaries;
  }
}
