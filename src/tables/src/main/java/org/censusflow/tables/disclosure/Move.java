package org.censusflow.tables.disclosure;

import java.util.ArrayList;
import java.util.List;
import org.censusflow.tables.Dimension;

/**
 * Persons who change places in thought: of each variable one finest category, and for some
 * variables a second one. Persons of the combinations with an even number of seconds become more,
 * those with an odd number fewer, by the same number. What of every table changes follows: the
 * product over the variables of the way upwards from the first category, less that from the second.
 * Every sum holds before and after, so that a table after the move is as possible as the true one,
 * if nothing is below zero.
 *
 * @param first finest category of each of all variables
 * @param second another one; -1 for variables that stay
 */
record Move(int[] first, int[] second) {

  /** What a move changes along one variable. */
  record Change(int category, int sign) {}

  /** Along a variable: categories and the sign of their change. */
  List<Change> changes(Dimension dimension, int variable) {
    List<Change> changes = new ArrayList<>();
    int a = first[variable];
    int b = second[variable];
    for (int category : dimension.upwards(a)) {
      if (b < 0 || !dimension.isUnder(b, category)) {
        changes.add(new Change(category, 1));
      }
    }
    if (b >= 0) {
      for (int category : dimension.upwards(b)) {
        if (!dimension.isUnder(a, category)) {
          changes.add(new Change(category, -1));
        }
      }
    }
    return changes;
  }
}
