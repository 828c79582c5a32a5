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

  /** Turns tried for each finest cell that is no multiple: simulated annealing. */
  private static final long STEPS = 200;

  /**
   * At the beginning, in bases: what makes a turn for the worse by as much happen once in three.
   */
  private static final double HEAT = 0.3;

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
      long penalty = penalty();
      for (long step = 0; step < STEPS * open.size() && penalty > 0; step++) {
        double heat = HEAT * base * (1 - step / (double) (STEPS * open.size()));
        penalty += turn(open.get(random.nextInt(open.size())), heat);
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

    /**
     * Turns a cell the other way round if that is better, or, the hotter the likelier, although it
     * is worse; returns the change of the penalty.
     */
    private long turn(int cell, double heat) {
      long before = penalty(cell);
      flip(cell);
      long change = penalty(cell) - before;
      if (change > 0 && (heat <= 0 || random.nextDouble() >= Math.exp(-change / heat))) {
        flip(cell);
        return 0;
      }
      return change;
    }

    private void flip(int cell) {
      add(cell, raised[cell] ? -base : base);
      raised[cell] = !raised[cell];
    }
  }
}
