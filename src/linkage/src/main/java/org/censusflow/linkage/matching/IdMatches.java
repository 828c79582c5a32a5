package org.censusflow.linkage.matching;

import java.util.Arrays;
import java.util.BitSet;
import org.censusflow.linkage.population.IdColumn;
import org.censusflow.linkage.population.Role;
import org.censusflow.linkage.population.Workers;
import org.censusflow.linkage.spec.FieldSpec;
import org.censusflow.linkage.spec.LevelKind;

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
  private final Linkage linkage;
  private final int[] doubted;
  private final BitSet doubtedRight = new BitSet();

  IdMatches(RowComparer comparer, Linkage linkage, Workers workers) {
    this.comparer = comparer;
    this.workers = workers;
    this.linkage = linkage;
    doubted = new int[linkage.leftSize()];
    Arrays.fill(doubted, -1);
  }

  /** Links what is beyond doubt, in order of the left rows. */
  void join(boolean copies) {
    if (comparer.idField() < 0) {
      return;
    }
    FieldComparator id = comparer.field(comparer.idField());
    new IdJoin((IdColumn) id.left(), (IdColumn) id.right(), workers)
        .join(linkage.partner, this::better);
    int size = linkage.leftSize();
    workers.run(
        (size + RANGE - 1) / RANGE,
        range -> judge(range * RANGE, Math.min(size, (range + 1) * RANGE)));
    settle(copies);
  }

  private int better(int l, int best, int other) {
    return best < 0 || distance(comparer.pattern(l, other)) < distance(comparer.pattern(l, best))
        ? other
        : best;
  }

  /** Sum of the levels: the smaller, the more agrees. */
  private int distance(long agreement) {
    int sum = 0;
    for (int f = 0; f < comparer.size(); f++) {
      sum += comparer.level(agreement, f);
    }
    return sum;
  }

  /** Compares the joined rows of a range and sets aside those to be doubted. */
  private void judge(int from, int to) {
    int[] l = new int[to - from];
    int[] r = new int[to - from];
    int n = 0;
    for (int row = from; row < to; row++) {
      if (linkage.partner[row] >= 0) {
        l[n] = row;
        r[n++] = linkage.partner[row];
      }
    }
    long[] patterns = new long[n];
    comparer.patterns(l, r, n, patterns);
    // Nearly all pairs agree in the same way, so that the last answer mostly serves again.
    long last = -1;
    boolean doubt = false;
    for (int i = 0; i < n; i++) {
      if (patterns[i] != last) {
        last = patterns[i];
        doubt = comparer.nameDiffers(last);
      }
      linkage.pattern[l[i]] = last;
      linkage.posterior[l[i]] = 1;
      if (doubt) {
        doubted[l[i]] = r[i];
        linkage.partner[l[i]] = -1;
      }
    }
  }

  private void settle(boolean copies) {
    for (int l = 0; l < doubted.length; l++) {
      int r = linkage.partner[l];
      if (r >= 0) {
        if (linkage.owner[r] < 0) {
          linkage.owner[r] = l;
        } else if (copies) {
          linkage.copy.set(l);
        } else {
          linkage.partner[l] = -1;
        }
      } else if (doubted[l] >= 0) {
        doubtedRight.set(doubted[l]);
      }
    }
  }

  /**
   * Whether the dates of a doubted pair are further apart than a slip of the pen; for rows that are
   * still without a partner.
   */
  boolean contradicted(int l) {
    for (int f = 0; f < comparer.size(); f++) {
      FieldSpec field = comparer.field(f).spec();
      int level = comparer.level(linkage.pattern[l], f);
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
   * labels. To be asked before anything else is linked.
   */
  PatternCounts patterns() {
    LongCounter counter = new LongCounter(1024);
    long last = -1;
    int run = 0;
    for (int l = 0; l < doubted.length; l++) {
      boolean sure = linkage.partner[l] >= 0 && !linkage.copy.get(l);
      if (sure || doubted[l] >= 0 && !contradicted(l)) {
        if (linkage.pattern[l] != last) {
          counter.add(last + 1, run);
          last = linkage.pattern[l];
          run = 0;
        }
        run++;
      }
    }
    counter.add(last + 1, run);
    return new PatternCounts(counter);
  }
}
