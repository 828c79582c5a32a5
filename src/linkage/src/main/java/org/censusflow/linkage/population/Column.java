package org.censusflow.linkage.population;

/**
 * One field's standardised values, a row each.
 *
 * <p>Every column answers with a 64-bit equality key, so that joining, blocking and counting never
 * look at text.
 */
public interface Column {

  int size();

  /**
   * Equality key of a row's value; 0 when the row has none. Two rows have the same value exactly
   * when their keys agree.
   */
  long key(int row);

  /**
   * Keys of the rows {@code rows[from]} to {@code rows[to - 1]}, written from the beginning of
   * {@code out}. Columns that are read often do it in a loop of their own, without a call a row.
   */
  default void keys(int[] rows, int from, int to, long[] out) {
    for (int i = from; i < to; i++) {
      out[i - from] = key(rows[i]);
    }
  }

  /**
   * The standardised value as text, empty when missing; for people, explanations and similarity
   * measures.
   */
  String text(int row);

  /** How many rows have a value. */
  default long present() {
    long present = 0;
    for (int row = 0; row < size(); row++) {
      present += missing(row) ? 0 : 1;
    }
    return present;
  }

  default boolean missing(int row) {
    return key(row) == 0;
  }
}
