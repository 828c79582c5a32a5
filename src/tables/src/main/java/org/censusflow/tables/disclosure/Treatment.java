package org.censusflow.tables.disclosure;

import java.util.function.IntUnaryOperator;

/** What is done about sensitive cells of a table, chosen in the table's entry. */
public sealed interface Treatment {

  /** Sensitive cells are not shown, nor what would tell them. */
  record Suppress() implements Treatment {}

  /** Detail goes until nothing is sensitive. */
  record Coarsen() implements Treatment {}

  /**
   * All figures become multiples.
   *
   * @param base 3 or 5
   */
  record Round(int base, long seed) implements Treatment {}

  /**
   * All figures change by their persons' keys.
   *
   * @param keys by cell: the sum of the persons' keys, or its remainder by 256
   */
  record Perturb(CellKeys table, IntUnaryOperator keys) implements Treatment {}
}
