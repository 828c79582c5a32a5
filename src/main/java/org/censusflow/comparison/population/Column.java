package org.censusflow.comparison.population;

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
   * The standardised value as text, empty when missing; for people, explanations and similarity
   * measures.
   */
  String text(int row);

  default boolean missing(int row) {
    return key(row) == 0;
  }
}
