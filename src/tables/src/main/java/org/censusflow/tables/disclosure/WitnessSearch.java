package org.censusflow.tables.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.censusflow.tables.Dimension;

/**
 * Looks for moves that bring a sensitive cell as far off as it must be able to be, hiding as little
 * as it finds. First all variables of the cell change, so that no sum does; then one fewer and so
 * on, which hides sums too; at last the grand total.
 */
final class WitnessSearch {

  /** Moves weighed for one step; more only where these hold none. */
  private static final int FEW = 2_000;

  private static final int MANY = 20_000;
  private static final int MOST_STEPS = 200;

  private final List<LinkedTable> tables;
  private final List<Ways> variables;
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
      List<LinkedTable> tables, List<Ways> variables, LinkedTable table, int cell, int sign) {
    this.tables = tables;
    this.variables = variables;
    this.table = table;
    this.cell = cell;
    this.sign = sign;
    at = new int[variables.size()];
    Arrays.setAll(
        at, v -> table.has(v) ? table.table().category(cell, table.own(v)) : dimension(v).total());
  }

  /** Hides what lets the cell be off by so much; false if nothing does. */
  boolean hide(long need) {
    for (List<Integer> changing : choices()) {
      for (int most : new int[] {FEW, MANY}) {
        witness = new Witness(tables);
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
    int[] own = IntStream.range(0, at.length).filter(v -> at[v] != dimension(v).total()).toArray();
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

  private Dimension dimension(int variable) {
    return variables.get(variable).dimension();
  }

  private boolean reach(List<Integer> changing, long need, int most) {
    int lists =
        changing.size()
            + (int) IntStream.range(0, at.length).filter(v -> !dimension(v).isLeaf(at[v])).count();
    int wide = Math.max(2, (int) Math.pow(most, 1.0 / Math.max(1, lists)));
    List<List<Move.Change[]>> ways = new ArrayList<>();
    for (int v = 0; v < at.length; v++) {
      ways.add(ways(v, changing.contains(v), need, wide));
    }
    boolean[] twofold = new boolean[at.length];
    changing.forEach(v -> twofold[v] = true);
    long reached = 0;
    for (int step = 0; step < MOST_STEPS && reached < need; step++) {
      best = null;
      bestCost = Double.POSITIVE_INFINITY;
      bestPersons = 0;
      weighed = 0;
      choose(0, ways, new Move(new Move.Change[at.length][], twofold), need - reached, most);
      if (best == null) {
        return false;
      }
      witness.make(best, sign, bestPersons);
      reached += bestPersons;
    }
    return reached >= need;
  }

  /** What can change along a variable, the most promising first. */
  private List<Move.Change[]> ways(int variable, boolean twofold, long need, int wide) {
    List<Integer> seconds = twofold ? seconds(variable, need, wide) : List.of(-1);
    List<Move.Change[]> ways = new ArrayList<>();
    for (int first : firsts(variable, wide)) {
      for (int second : seconds) {
        ways.add(variables.get(variable).of(first, second));
      }
    }
    return ways;
  }

  /** Tries the ways of one variable after the other. */
  private void choose(
      int variable, List<List<Move.Change[]>> ways, Move move, long need, int most) {
    if (variable == at.length) {
      weigh(move, need);
      return;
    }
    for (Move.Change[] way : ways.get(variable)) {
      if (weighed >= most || bestCost == 0) {
        return;
      }
      move.changes()[variable] = way;
      choose(variable + 1, ways, move, need, most);
    }
  }

  private void weigh(Move move, long need) {
    weighed++;
    long persons = witness.capacity(move, sign, need);
    if (persons == 0) {
      return;
    }
    // Few persons now mean further moves, which hide more.
    double more = persons < need ? 10.0 * (need - persons) / persons : 0;
    double cost = witness.cost(move, bestCost - more) + more;
    if (cost < bestCost) {
      bestCost = cost;
      bestPersons = persons;
      best = move.copy();
    }
  }

  /** Finest categories within the cell's, hidden ones and those with most persons first. */
  private List<Integer> firsts(int variable, int wide) {
    int[] leaves = dimension(variable).leaves(at[variable]);
    return leaves.length > 1 && table.has(variable)
        ? sorted(
            leaves,
            Comparator.comparing(
                    (Integer leaf) -> !table.hidden().containsKey(beside(variable, leaf)))
                .thenComparing(leaf -> -value(variable, leaf)),
            wide)
        : sorted(leaves, Comparator.naturalOrder(), wide);
  }

  /** Finest categories outside the cell's: such as have enough persons, near ones, hidden ones. */
  private List<Integer> seconds(int variable, long need, int wide) {
    Dimension dimension = dimension(variable);
    int parent = dimension.parent(at[variable]);
    int[] leaves =
        Arrays.stream(dimension.leaves(dimension.total()))
            .filter(leaf -> !dimension.isUnder(leaf, at[variable]))
            .toArray();
    return sorted(
        leaves,
        Comparator.comparing((Integer leaf) -> sign > 0 && value(variable, leaf) < need)
            .thenComparing(leaf -> dimension.parent(leaf) != parent)
            .thenComparing(leaf -> !table.hidden().containsKey(beside(variable, leaf)))
            .thenComparing(leaf -> value(variable, leaf)),
        wide);
  }

  private static List<Integer> sorted(int[] categories, Comparator<Integer> order, int most) {
    return Arrays.stream(categories).boxed().sorted(order).limit(most).toList();
  }

  private int beside(int variable, int category) {
    return table.table().moved(cell, table.own(variable), category);
  }

  private long value(int variable, int category) {
    return table.table().value(beside(variable, category));
  }
}
