package org.censusflow.comparison.linkage;

import java.util.Arrays;
import java.util.BitSet;
import org.censusflow.comparison.population.Column;
import org.censusflow.comparison.population.IdColumn;
import org.censusflow.comparison.population.Role;
import org.censusflow.comparison.population.Workers;
import org.censusflow.comparison.spec.FieldSpec;
import org.censusflow.comparison.spec.LevelKind;

/**
 * Pairs with the same identity number. Same number is not yet same person: numbers are swapped
 * within families and typed from the wrong line. A pair whose names are not equal is doubted (its
 * rows are compared with others as well), and contradicted when the dates of birth are far apart
 * too.
 */
final class IdMatches {

  private static final int RANGE = 16_384;

  private final RowComparer comparer;
  private final Workers workers;
  private final int[] joined;
  private final int[] doubted;
  private final long[] pattern;
  private final BitSet doubtedRight = new BitSet();
  private IdJoin join;

  IdMatches(RowComparer comparer, int leftSize, Workers workers) {
    this.comparer = comparer;
    this.workers = workers;
    joined = filled(leftSize);
    doubted = filled(leftSize);
    pattern = new long[leftSize];
  }

  private static int[] filled(int size) {
    int[] rows = new int[size];
    Arrays.fill(rows, -1);
    return rows;
  }

  void join() {
    if (comparer.idField() < 0) {
      return;
    }
    FieldComparator id = comparer.field(comparer.idField());
    join = new IdJoin((IdColumn) id.right());
    Column numbers = id.left();
    int ranges = (joined.length + RANGE - 1) / RANGE;
    workers.run(
        ranges,
        range -> {
          int to = Math.min(joined.length, (range + 1) * RANGE);
          for (int l = range * RANGE; l < to; l++) {
            find(l, numbers.key(l));
          }
        });
  }

  private void find(int l, long number) {
    int best = -1;
    long bestPattern = 0;
    for (int r = join.first(number); r >= 0; r = join.next(r)) {
      long agreement = comparer.pattern(l, r);
      if (best < 0 || distance(agreement) < distance(bestPattern)) {
        best = r;
        bestPattern = agreement;
      }
    }
    joined[l] = best;
    pattern[l] = bestPattern;
  }

  /** Sum of the levels: the smaller, the more agrees. */
  private int distance(long agreement) {
    int sum = 0;
    for (int f = 0; f < comparer.size(); f++) {
      sum += comparer.level(agreement, f);
    }
    return sum;
  }

  /** Links what is beyond doubt, in order of the left rows. */
  void settle(Linkage linkage, boolean copies) {
    for (int l = 0; l < joined.length; l++) {
      int r = joined[l];
      if (r < 0) {
        continue;
      }
      boolean doubt = comparer.nameDiffers(pattern[l]);
      if (doubt) {
        doubted[l] = r;
        doubtedRight.set(r);
        joined[l] = -1;
      } else if (linkage.owner[r] < 0 || copies) {
        linkage.link(l, r, pattern[l], 1, false);
      } else {
        joined[l] = -1;
      }
    }
  }

  /** Whether the dates of the doubted pair are further apart than a slip of the pen. */
  boolean contradicted(int l) {
    for (int f = 0; f < comparer.size(); f++) {
      FieldSpec field = comparer.field(f).spec();
      int level = comparer.level(pattern[l], f);
      if (field.field().role() == Role.DATE && level > 0 && !closeDate(field, level)) {
        return true;
      }
    }
    return false;
  }

  private static boolean closeDate(FieldSpec field, int level) {
    if (level > field.levels().size()) {
      return false;
    }
    LevelKind kind = field.levels().get(level - 1).kind();
    return kind != LevelKind.SAME_MONTH && kind != LevelKind.SAME_YEAR;
  }

  /** The row that the number points to although the names differ, or -1. */
  int doubted(int l) {
    return doubted[l];
  }

  boolean doubtedRight(int r) {
    return doubtedRight.get(r);
  }

  /**
   * Patterns of the pairs beyond doubt and of the doubted ones that nothing contradicts: free
   * labels.
   */
  PatternCounts patterns(Linkage linkage) {
    LongCounter counter = new LongCounter(1024);
    for (int l = 0; l < joined.length; l++) {
      if (joined[l] >= 0 && !linkage.copy.get(l) || doubted[l] >= 0 && !contradicted(l)) {
        counter.add(pattern[l] + 1);
      }
    }
    return new PatternCounts(counter);
  }
}
