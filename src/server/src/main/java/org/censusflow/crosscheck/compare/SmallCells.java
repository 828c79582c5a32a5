package org.censusflow.crosscheck.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Hides counts from which somebody could be inferred (implementing regulation of the Statistics Law
 * art. 29), and what would give them away.
 *
 * <p>The department knows how many rows it delivered, and the census's total is published: matched,
 * review and register-only rows add up to the first, matched, review and census-only rows to the
 * second. So a sum with a small count in it hides one count more, one that is not small; where
 * there is none, everything in the sum is hidden.
 */
final class SmallCells {

  static final String HIDDEN = "不显示";

  private static final int MATCHED = 0;
  private static final int REVIEW = 1;
  private static final int ONLY_REGISTER = 2;
  private static final int ONLY_CENSUS = 3;

  private final int smallest;
  private final Integer[] counts;
  private final boolean[] hidden;

  private SmallCells(int smallest, Integer... counts) {
    this.smallest = smallest;
    this.counts = counts;
    hidden = new boolean[counts.length];
  }

  /**
   * @param smallest the smallest count above zero that is shown
   * @param onlyCensus null where the register does not claim to know everybody
   * @return what is shown of matched, review, onlyRegister, onlyCensus, in this order
   */
  static List<String> shown(
      int smallest, int matched, int review, int onlyRegister, Integer onlyCensus) {
    return new SmallCells(smallest, matched, review, onlyRegister, onlyCensus).shown();
  }

  private List<String> shown() {
    for (int i = 0; i < counts.length; i++) {
      hidden[i] = isSmall(i);
    }
    boolean changed = true;
    while (changed) {
      changed = protect(MATCHED, REVIEW, ONLY_REGISTER);
      if (counts[ONLY_CENSUS] != null) {
        changed |= protect(MATCHED, REVIEW, ONLY_CENSUS);
        changed |= hideTogether(ONLY_REGISTER, ONLY_CENSUS);
      }
    }
    List<String> shown = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      shown.add(hidden[i] ? HIDDEN : String.valueOf(counts[i]));
    }
    return shown;
  }

  /** The sums tell by how much two counts differ, so one of them would give the other away. */
  private boolean hideTogether(int one, int other) {
    boolean apart = hidden[one] != hidden[other];
    hidden[one] |= apart;
    hidden[other] |= apart;
    return apart;
  }

  private boolean isSmall(int cell) {
    return counts[cell] != null && counts[cell] > 0 && counts[cell] < smallest;
  }

  /** Hides more of a sum while what is hidden of it can be worked out; true when it did. */
  private boolean protect(int... sum) {
    long covered = Arrays.stream(sum).filter(cell -> hidden[cell]).count();
    boolean large =
        Arrays.stream(sum).filter(cell -> hidden[cell]).anyMatch(cell -> counts[cell] >= smallest);
    if (covered == 0 || covered == sum.length || covered > 1 && large) {
      return false;
    }
    int next = -1;
    for (int cell : sum) {
      boolean candidate = !hidden[cell] && counts[cell] >= smallest;
      next = candidate && (next < 0 || counts[cell] < counts[next]) ? cell : next;
    }
    for (int cell : next < 0 ? sum : new int[] {next}) {
      hidden[cell] = true;
    }
    return true;
  }
}
