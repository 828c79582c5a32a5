package org.censusflow.tables.disclosure;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.censusflow.tables.Dimension;
import org.censusflow.tables.Table;

/**
 * Hidden cells that anybody with a pencil computes: the only one hidden in a sum follows, and then
 * perhaps the next. A table that passes may still tell too much ({@link Suppression}); one that
 * does not is surely wrong.
 */
public final class Deduction {

  private Deduction() {}

  /** Those of the hidden cells that follow exactly, in the order of the cells. */
  public static List<Integer> of(Table table, Collection<Integer> hidden) {
    BitSet unknown = new BitSet();
    hidden.forEach(unknown::set);
    boolean more = true;
    while (more) {
      more = false;
      for (int cell = 0; cell < table.cells(); cell++) {
        for (int d = 0; d < table.dimensions().size(); d++) {
          int[] open = Arrays.stream(sum(table, cell, d)).filter(unknown::get).toArray();
          if (open.length == 1) {
            unknown.clear(open[0]);
            more = true;
          }
        }
      }
    }
    return hidden.stream().filter(cell -> !unknown.get(cell)).sorted().toList();
  }

  /** A whole and its parts; nothing for a cell without parts. */
  private static int[] sum(Table table, int whole, int d) {
    Dimension dimension = table.dimensions().get(d);
    int[] parts = dimension.children(table.category(whole, d));
    return parts.length == 0
        ? parts
        : IntStream.concat(
                IntStream.of(whole), Arrays.stream(parts).map(part -> table.moved(whole, d, part)))
            .toArray();
  }
}
