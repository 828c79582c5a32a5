package org.censusflow.tables.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.censusflow.tables.Dimension;
import org.censusflow.tables.Table;

/**
 * Controlled rounding: every figure becomes a multiple of the base, and sums still add up (L. H.
 * Cox, "A constructive procedure for unbiased controlled rounding", JASA 82, 1987). The finest
 * cells go to a multiple next to them, up with the chance of their remainder, so that rounding has
 * no bias to begin with; then cells are turned round until sums lie next to their true values too.
 * In tables of two dimensions that nearly always ends with all sums next to them; with more there
 * need not be such a table, and {@link #farthest} tells how far off the worst is.
 *
 * @param table rounded
 * @param farthest largest distance of a figure from its true value; below the base when all lie
 *     next to it
 */
public record Rounding(Table table, long farthest) {

  private static final int ROUNDS = 200;

  /**
   * @param base 3 or 5, or another number above 1
   * @param seed the same seed rounds the same way
   */
  public static Rounding of(Table table, int base, long seed) {
    if (base < 2) {
      throw new IllegalArgumentException("a base above 1 is needed");
    }
    return new Search(table, base, seed).run();
  }

  private static final class Search {
    private final Table table;
    private final int base;
    private final SplittableRandom random;
    private final List<Integer> open = new ArrayList<>();

    /** What is shown of each cell, sums included. */
    private final long[] shown;

    /** Of each finest cell: itself and all sums of which it is a part. */
    private final int[][] sums;

    private final boolean[] raised;

    Search(Table table, int base, long seed) {
      this.table = table;
      this.base = base;
      random = new SplittableRandom(seed);
      shown = new long[table.cells()];
      sums = new int[table.cells()][];
      raised = new boolean[table.cells()];
    }

    Rounding run() {
      for (int cell = 0; cell < shown.length; cell++) {
        if (table.isLeaf(cell)) {
          start(cell);
        }
      }
      long best = penalty();
      for (int round = 0; round < ROUNDS && best > 0; round++) {
        long before = best;
        for (int cell : shuffled()) {
          best += turn(cell);
        }
        if (best == before) {
          best += swap();
        }
        if (best == before && round > ROUNDS / 4) {
          break;
        }
      }
      long farthest = 0;
      for (int cell = 0; cell < shown.length; cell++) {
        farthest = Math.max(farthest, Math.abs(shown[cell] - table.value(cell)));
      }
      return new Rounding(table.with(shown), farthest);
    }

    private void start(int cell) {
      long value = table.value(cell);
      long rest = value % base;
      sums[cell] = sums(cell);
      boolean up = rest > 0 && random.nextInt(base) < rest;
      add(cell, value - rest + (up ? base : 0));
      raised[cell] = up;
      if (rest > 0) {
        open.add(cell);
      }
    }

    private int[] sums(int cell) {
      List<Integer> all = List.of(cell);
      for (int d = 0; d < table.dimensions().size(); d++) {
        Dimension dimension = table.dimensions().get(d);
        List<Integer> more = new ArrayList<>();
        for (int one : all) {
          for (int category : dimension.upwards(table.category(cell, d))) {
            more.add(table.moved(one, d, category));
          }
        }
        all = more;
      }
      return all.stream().mapToInt(Integer::intValue).toArray();
    }

    private void add(int cell, long change) {
      for (int sum : sums[cell]) {
        shown[sum] += change;
      }
    }

    /** How far a cell is beyond the multiples next to its true value. */
    private long beyond(int cell) {
      return Math.max(0, Math.abs(shown[cell] - table.value(cell)) - (base - 1));
    }

    private long penalty() {
      long penalty = 0;
      for (int cell = 0; cell < shown.length; cell++) {
        penalty += beyond(cell);
      }
      return penalty;
    }

    private long penalty(int cell) {
      return Arrays.stream(sums[cell]).mapToLong(this::beyond).sum();
    }

    /** Turns a cell the other way round if that is better; returns the change of the penalty. */
    private long turn(int cell) {
      long before = penalty(cell);
      flip(cell);
      long change = penalty(cell) - before;
      if (change > 0) {
        flip(cell);
        return 0;
      }
      return change;
    }

    private void flip(int cell) {
      add(cell, raised[cell] ? -base : base);
      raised[cell] = !raised[cell];
    }

    /** Turns two cells, one up and one down, where that is better. */
    private long swap() {
      int[] order = shuffled();
      for (int one : order) {
        for (int other : order) {
          if (raised[one] && !raised[other]) {
            flip(one);
            flip(other);
            long after = penalty();
            flip(one);
            flip(other);
            long change = after - penalty();
            if (change < 0) {
              flip(one);
              flip(other);
              return change;
            }
          }
        }
      }
      return 0;
    }

    private int[] shuffled() {
      int[] order = open.stream().mapToInt(Integer::intValue).toArray();
      for (int i = order.length - 1; i > 0; i--) {
        int j = random.nextInt(i + 1);
        int kept = order[i];
        order[i] = order[j];
        order[j] = kept;
      }
      return order;
    }
  }
}
