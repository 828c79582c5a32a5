package org.censusflow.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Whether a table's wholes are the sums of their parts; a table that does not add up is not
 * protected.
 */
public final class Additivity {

  private Additivity() {}

  /**
   * A cell that is wrong.
   *
   * @param cell its number
   * @param name its codes
   * @param stated its value
   * @param sum of its parts along the dimension
   * @param dimension null where the value is wrong by itself: below zero
   */
  public record Fault(int cell, String name, long stated, long sum, String dimension) {

    @Override
    public String toString() {
      return dimension == null
          ? name + " is below zero: " + stated
          : name + " is " + stated + ", its parts by " + dimension + " are " + sum;
    }
  }

  /** Every cell that does not add up, or is below zero. */
  public static List<Fault> faults(Table table) {
    return faults(table, Set.of());
  }

  /**
   * The same of a table of which some cells are not shown: sums with such a cell are not looked at.
   */
  public static List<Fault> faults(Table table, Set<Integer> hidden) {
    List<Fault> faults = new ArrayList<>();
    for (int cell = 0; cell < table.cells(); cell++) {
      if (hidden.contains(cell)) {
        continue;
      }
      long stated = table.value(cell);
      if (stated < 0) {
        faults.add(new Fault(cell, table.name(cell), stated, 0, null));
      }
      for (int d = 0; d < table.dimensions().size(); d++) {
        Dimension dimension = table.dimensions().get(d);
        int whole = table.category(cell, d);
        if (!dimension.isLeaf(whole)) {
          long sum = 0;
          boolean open = false;
          for (int part : dimension.children(whole)) {
            int at = table.moved(cell, d, part);
            open |= hidden.contains(at);
            sum += table.value(at);
          }
          if (!open && sum != stated) {
            faults.add(new Fault(cell, table.name(cell), stated, sum, dimension.id()));
          }
        }
      }
    }
    return faults;
  }
}
