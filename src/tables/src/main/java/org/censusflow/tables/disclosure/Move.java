package org.censusflow.tables.disclosure;

/**
 * Persons who change places in thought: of each variable one finest category, and for some
 * variables a second one. Persons of the combinations with an even number of seconds become more,
 * those with an odd number fewer, by the same number. What of every table changes follows: the
 * product over the variables of the way upwards from the first category, less that from the second.
 * Every sum holds before and after, so that a table after the move is as possible as the true one,
 * if nothing is below zero.
 *
 * @param changes by variable: what changes along it
 * @param twofold by variable: whether it has a second category
 */
record Move(Change[][] changes, boolean[] twofold) {

  /**
   * What changes along one variable.
   *
   * @param sign 1 or -1
   */
  record Change(int category, int sign) {}

  Move copy() {
    return new Move(changes.clone(), twofold.clone());
  }
}
