package org.censusflow.tables.disclosure;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.censusflow.tables.Dimension;
import org.censusflow.tables.Table;

/** A table among those that belong together, in the terms of all their variables. */
final class LinkedTable {

  /** How much dearer than its weight a cell is that was not hidden at the attempt before. */
  private static final double NEW = 4;

  private final Table table;
  private final Map<Integer, Reason> hidden = new HashMap<>();
  private final boolean released;

  /** Position, in the table, of each of all variables; -1 where the table does not have it. */
  private final int[] own;

  /** How far apart, in cells, neighbours by each of all variables are. */
  private final int[] strides;

  /** What each cell would cost to hide: larger ones more, hidden ones nothing. */
  private final double[] cost;

  /** By how much each cell has changed in the witness that is being looked for. */
  private final long[] changes;

  private final Set<Integer> changed = new LinkedHashSet<>();

  /** How far from its value each cell is known to be able to be. */
  private final long[] up;

  private final long[] down;

  /**
   * @param before cells that were hidden at an earlier attempt: the others cost more; empty at the
   *     first
   */
  LinkedTable(
      Table table,
      Map<Integer, Reason> hidden,
      boolean released,
      List<Dimension> all,
      Set<Integer> before) {
    this.table = table;
    this.hidden.putAll(hidden);
    this.released = released;
    own = new int[all.size()];
    Arrays.setAll(
        own, u -> table.dimensions().stream().map(Dimension::id).toList().indexOf(all.get(u).id()));
    strides = new int[all.size()];
    Arrays.setAll(strides, u -> own[u] < 0 ? 0 : table.moved(0, own[u], 1));
    cost = new double[table.cells()];
    Arrays.setAll(cost, cell -> hidden.containsKey(cell) ? 0 : weight(cell) * factor(before, cell));
    changes = new long[table.cells()];
    up = new long[table.cells()];
    down = new long[table.cells()];
  }

  /** What is lost with the cell. */
  private double weight(int cell) {
    return 1 + Math.log1p(table.value(cell));
  }

  private static double factor(Set<Integer> before, int cell) {
    return before.isEmpty() || before.contains(cell) ? 1 : NEW;
  }

  /** What is lost with all cells that are hidden now. */
  double lost() {
    return hidden.keySet().stream().mapToDouble(this::weight).sum();
  }

  Table table() {
    return table;
  }

  Map<Integer, Reason> hidden() {
    return hidden;
  }

  void hide(int cell, Reason reason) {
    hidden.putIfAbsent(cell, reason);
    cost[cell] = 0;
  }

  /** Whether the cell can still be hidden, or is. */
  boolean canHide(int cell) {
    return !released || hidden.containsKey(cell);
  }

  /** What hiding the cell costs; nothing where it is hidden, or has to be for this witness. */
  double cost(int cell) {
    return changes[cell] == 0 ? cost[cell] : 0;
  }

  /** The cell's value in the witness so far. */
  long value(int cell) {
    return table.value(cell) + changes[cell];
  }

  void change(int cell, long by) {
    changes[cell] += by;
    changed.add(cell);
  }

  /** Hides what has changed, and remembers what is proven by it. */
  void keep() {
    for (int cell : changed) {
      if (changes[cell] != 0) {
        hide(cell, Reason.SECONDARY);
        reach(cell, changes[cell]);
      }
    }
  }

  /** Back to the true values. */
  void forget() {
    changed.forEach(cell -> changes[cell] = 0);
    changed.clear();
  }

  boolean has(int variable) {
    return own[variable] >= 0;
  }

  /** Position of one of all variables in this table; -1 for none. */
  int own(int variable) {
    return own[variable];
  }

  int stride(int variable) {
    return strides[variable];
  }

  /** A table with a cell changed by so much is possible: what anybody computes is not narrower. */
  private void reach(int cell, long change) {
    if (change > 0) {
      up[cell] = Math.max(up[cell], change);
    } else {
      down[cell] = Math.max(down[cell], -change);
    }
  }

  long up(int cell) {
    return up[cell];
  }

  long down(int cell) {
    return down[cell];
  }
}
