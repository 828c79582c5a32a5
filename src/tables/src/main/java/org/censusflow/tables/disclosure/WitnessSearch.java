package org.censusflow.tables.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.censusflow.tables.Dimension;
import org.censusflow.tables.Table;

/**
 * Looks for moves that bring a sensitive cell as far off as it must be able to be, hiding as little
 * as it finds. First all variables of the cell change, so that no sum does; then one fewer and so
 * on, which hides sums too; at last the grand total.
 */
final class WitnessSearch {

  /** Moves weighed for one step; more only where these hold none. */
  private static final int FEW = 2_000;

  private static final int MANY = 200_000;
  private static final int MOST_STEPS = 200;

  private final List<LinkedTable> tables;
  private final List<Dimension> variables;
  private final LinkedTable table;
  private final int cell;
  private final int sign;

  /** Category of the cell by each of all variables: the total where the table does not have it. */
  private final int[] at;

  private Witness witness;
  private Move best;
  private long bestPersons;
  private double bestCost;
  private int weighed;

  WitnessSearch(
      List<LinkedTable> tables, List<Dimension> variables, LinkedTable table, int cell, int sign) {
    this.tables = tables;
    this.variables = variables;
    this.table = table;
    this.cell = cell;
    this.sign = sign;
    at = new int[variables.size()];
    Arrays.setAll(
        at,
        v -> table.has(v) ? table.table().category(cell, table.own(v)) : variables.get(v).total());
  }

  /** Hides what lets the cell be off by so much; false if nothing does. */
  boolean hide(long need) {
    for (List<Integer> changing : choices()) {
      for (int most : new int[] {FEW, MANY}) {
        witness = new Witness(tables, variables);
        if (reach(changing, need, most)) {
          witness.hide();
          return true;
        }
      }
    }
    return false;
  }

  /** Sets of the variables of which the cell is no total, the largest first. */
  private List<List<Integer>> choices() {
    int[] own =
        IntStream.range(0, at.length).filter(v -> at[v] != variables.get(v).total()).toArray();
    return IntStream.range(0, 1 << own.length)
        .mapToObj(
            bits ->
                IntStream.range(0, own.length)
                    .filter(i -> (bits & 1 << i) != 0)
                    .mapToObj(i -> own[i])
                    .toList())
        .sorted(Comparator.comparingInt((List<Integer> some) -> some.size()).reversed())
        .toList();
  }

  private boolean reach(List<Integer> changing, long need, int most) {
    long reached = 0;
    for (int step = 0; step < MOST_STEPS && reached < need; step++) {
      best = null;
      bestCost = Double.POSITIVE_INFINITY;
      bestPersons = 0;
      weighed = 0;
      int lists =
          changing.size()
              + (int)
                  IntStream.range(0, at.length)
                      .filter(v -> !variables.get(v).isLeaf(at[v]))
                      .count();
      int wide = Math.max(2, (int) Math.pow(most, 1.0 / Math.max(1, lists)));
      int[] first = new int[variables.size()];
      int[] second = new int[variables.size()];
      Arrays.fill(second, -1);
      choose(0, changing, new Move(first, second), need - reached, most, wide);
      if (best == null) {
        return false;
      }
      witness.make(best, sign, bestPersons);
      reached += bestPersons;
    }
    return reached >= need;
  }

  /** Tries the categories of one variable after the other. */
  private void choose(
      int variable, List<Integer> changing, Move move, long need, int most, int wide) {
    if (weighed >= most) {
      return;
    }
    if (variable == variables.size()) {
      weigh(move, need);
      return;
    }
    Dimension dimension = variables.get(variable);
    for (int first : firsts(variable, wide)) {
      move.first()[variable] = first;
      if (!changing.contains(variable)) {
        choose(variable + 1, changing, move, need, most, wide);
      } else {
        for (int second : seconds(dimension, variable, need, wide)) {
          move.second()[variable] = second;
          choose(variable + 1, changing, move, need, most, wide);
        }
        move.second()[variable] = -1;
      }
    }
  }

  private void weigh(Move move, long need) {
    weighed++;
    long persons = witness.capacity(move, sign, need);
    if (persons == 0) {
      return;
    }
    // Few persons now mean further moves, which hide more.
    double cost = witness.cost(move) + (persons < need ? 10.0 * (need - persons) / persons : 0);
    if (cost < bestCost) {
      bestCost = cost;
      bestPersons = persons;
      best = new Move(move.first().clone(), move.second().clone());
    }
  }

  /** Finest categories within the cell's, those with most persons first. */
  private List<Integer> firsts(int variable, int wide) {
    Dimension dimension = variables.get(variable);
    List<Integer> leaves =
        new ArrayList<>(Arrays.stream(dimension.leaves(at[variable])).boxed().toList());
    if (leaves.size() > 1 && table.has(variable)) {
      leaves.sort(
          Comparator.comparing(
                  (Integer leaf) -> !table.hidden().containsKey(beside(variable, leaf)))
              .thenComparing(leaf -> -value(variable, leaf)));
    }
    return leaves.subList(0, Math.min(wide, leaves.size()));
  }

  /** Finest categories outside the cell's: near ones, hidden ones, such as have enough persons. */
  private List<Integer> seconds(Dimension dimension, int variable, long need, int wide) {
    int parent = dimension.parent(at[variable]);
    List<Integer> leaves =
        new ArrayList<>(
            Arrays.stream(dimension.leaves(dimension.total()))
                .filter(leaf -> !dimension.isUnder(leaf, at[variable]))
                .boxed()
                .toList());
    leaves.sort(
        Comparator.comparing((Integer leaf) -> sign > 0 && value(variable, leaf) < need)
            .thenComparing(leaf -> dimension.parent(leaf) != parent)
            .thenComparing(leaf -> !table.hidden().containsKey(beside(variable, leaf)))
            .thenComparing(leaf -> value(variable, leaf)));
    return leaves.subList(0, Math.min(wide, leaves.size()));
  }

  private int beside(int variable, int category) {
    return table.table().moved(cell, table.own(variable), category);
  }

  private long value(int variable, int category) {
    Table own = table.table();
    return own.value(beside(variable, category));
  }
}
