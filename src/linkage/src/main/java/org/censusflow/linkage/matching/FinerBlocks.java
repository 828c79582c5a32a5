package org.censusflow.linkage.matching;

import java.util.ArrayList;
import java.util.List;
import org.censusflow.linkage.population.Column;
import org.censusflow.linkage.population.Hashing;
import org.censusflow.linkage.spec.BlockingRule;
import org.censusflow.linkage.spec.KeyPart;

/**
 * Blocks of a rule that are too large to compare, each split by one more field in turn: two rows of
 * such a block are looked at when they agree on any further field.
 */
final class FinerBlocks {

  private final List<Column> streamed = new ArrayList<>();
  private final List<BlockIndex> indexes = new ArrayList<>();

  /**
   * @param keys the rule's keys of the indexed rows
   * @param index the rule's index
   */
  FinerBlocks(
      BlockingRule rule,
      RowComparer comparer,
      boolean rightIndexed,
      int[] rows,
      long[] keys,
      BlockIndex index,
      int largest) {
    int[] crowded = new int[keys.length];
    int n = 0;
    for (int i = 0; i < keys.length; i++) {
      int slot = index.slot(keys[i]);
      if (slot >= 0 && index.to(slot) - index.from(slot) > largest) {
        crowded[n++] = i;
      }
    }
    for (int f = 0; n > 0 && f < comparer.size(); f++) {
      FieldComparator field = comparer.field(f);
      if (touches(rule, field.spec().field().name())) {
        continue;
      }
      Column column = rightIndexed ? field.right() : field.left();
      long[] finer = new long[n];
      int[] places = new int[n];
      for (int i = 0; i < n; i++) {
        places[i] = crowded[i];
        finer[i] = key(keys[crowded[i]], column.key(rows[places[i]]));
      }
      streamed.add(rightIndexed ? field.left() : field.right());
      indexes.add(new BlockIndex(finer, places, n));
    }
  }

  private static boolean touches(BlockingRule rule, String field) {
    return rule.parts().stream().map(KeyPart::field).anyMatch(field::equals);
  }

  private static long key(long rule, long value) {
    return value == 0 ? 0 : Hashing.orOne(Hashing.combine(rule, value));
  }

  /** Takes a place between two positions of an index. */
  interface Taker {
    void take(BlockIndex index, int slot);
  }

  /** Hands out the finer blocks of a streamed row that has a rule's key. */
  void blocks(long key, int row, int largest, Taker taker) {
    for (int i = 0; i < indexes.size(); i++) {
      BlockIndex index = indexes.get(i);
      int slot = index.slot(key(key, streamed.get(i).key(row)));
      if (slot >= 0 && index.to(slot) - index.from(slot) <= largest) {
        taker.take(index, slot);
      }
    }
  }
}
