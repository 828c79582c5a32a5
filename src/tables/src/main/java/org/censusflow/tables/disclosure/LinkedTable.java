package org.censusflow.tables.disclosure;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.censusflow.tables.Dimension;
import org.censusflow.tables.Table;

/** A table among those that belong together, in the terms of all their variables. */
final class LinkedTable {

  private final Table table;
  private final Map<Integer, Reason> hidden = new HashMap<>();
  private final boolean released;

  /** Position, in the table, of each of all variables; -1 where the table does not have it. */
  private final int[] own;

  /** How far apart, in cells, neighbours by each of all variables are. */
  private final int[] strides;

  /** How far from its value each cell is known to be able to be. */
  private final long[] up;

  private final long[] down;

  LinkedTable(Table table, Map<Integer, Reason> hidden, boolean released, List<Dimension> all) {
    this.table = table;
    this.hidden.putAll(hidden);
    this.released = released;
    own = new int[all.size()];
    Arrays.setAll(
        own, u -> table.dimensions().stream().map(Dimension::id).toList().indexOf(all.get(u).id()));
    strides = new int[all.size()];
    Arrays.setAll(strides, u -> own[u] < 0 ? 0 : table.moved(0, own[u], 1));
    up = new long[table.cells()];
    down = new long[table.cells()];
  }

  Table table() {
    return table;
  }

  Map<Integer, Reason> hidden() {
    return hidden;
  }

  /** Whether the cell can still be hidden, or is. */
  boolean canHide(int cell) {
    return !released || hidden.containsKey(cell);
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
  void reach(int cell, long change) {
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
