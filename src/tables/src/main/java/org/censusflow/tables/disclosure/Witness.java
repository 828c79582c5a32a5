package org.censusflow.tables.disclosure;

import java.util.List;

/** Moves made so far for one sensitive cell, in the tables that belong together. */
final class Witness {

  private final List<LinkedTable> tables;

  Witness(List<LinkedTable> tables) {
    this.tables = tables;
    tables.forEach(LinkedTable::forget);
  }

  /** What is done with a cell that a move changes; false ends it. */
  private interface Visit {
    boolean cell(LinkedTable table, int cell, int sign);
  }

  /**
   * How many persons can make the move, at most the number asked for; 0 if none.
   *
   * @param sign -1 for the move the other way round
   */
  long capacity(Move move, int sign, long most) {
    long[] capacity = {most};
    boolean possible =
        visit(
            move,
            (table, cell, own) -> {
              if (!table.canHide(cell)) {
                return false;
              }
              if (own * sign > 0) {
                return !table.table().isImpossible(cell);
              }
              capacity[0] = Math.min(capacity[0], table.value(cell));
              return capacity[0] > 0;
            });
    return possible ? capacity[0] : 0;
  }

  /**
   * What the move costs: cells that are shown now, large ones more; no need to know above a limit.
   */
  double cost(Move move, double limit) {
    double[] cost = {0};
    visit(
        move,
        (table, cell, sign) -> {
          cost[0] += table.cost(cell);
          return cost[0] < limit;
        });
    return cost[0];
  }

  void make(Move move, int sign, long persons) {
    visit(
        move,
        (table, cell, own) -> {
          table.change(cell, own * sign * persons);
          return true;
        });
  }

  /** Hides every cell that has changed on the way, and remembers what is proven. */
  void hide() {
    tables.forEach(LinkedTable::keep);
  }

  private boolean visit(Move move, Visit visit) {
    for (LinkedTable table : tables) {
      if (touches(move, table) && !visit(move, table, 0, 0, 1, visit)) {
        return false;
      }
    }
    return true;
  }

  /** A variable with two categories that the table does not have sums up to nothing in it. */
  private static boolean touches(Move move, LinkedTable table) {
    for (int v = 0; v < move.twofold().length; v++) {
      if (move.twofold()[v] && !table.has(v)) {
        return false;
      }
    }
    return true;
  }

  private static boolean visit(
      Move move, LinkedTable table, int variable, int cell, int sign, Visit visit) {
    if (variable == move.twofold().length) {
      return visit.cell(table, cell, sign);
    }
    if (!table.has(variable)) {
      return visit(move, table, variable + 1, cell, sign, visit);
    }
    for (Move.Change change : move.changes()[variable]) {
      int next = cell + change.category() * table.stride(variable);
      if (!visit(move, table, variable + 1, next, sign * change.sign(), visit)) {
        return false;
      }
    }
    return true;
  }
}
