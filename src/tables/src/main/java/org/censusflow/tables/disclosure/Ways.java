package org.censusflow.tables.disclosure;

import java.util.ArrayList;
import java.util.List;
import org.censusflow.tables.Dimension;

/** What a move changes along one variable, by its categories; kept, since it is asked for often. */
final class Ways {

  private final Dimension dimension;
  private final Move.Change[][][] known;

  Ways(Dimension dimension) {
    this.dimension = dimension;
    known = new Move.Change[dimension.size()][dimension.size() + 1][];
  }

  Dimension dimension() {
    return dimension;
  }

  /**
   * @param second -1 for none
   */
  Move.Change[] of(int first, int second) {
    Move.Change[] way = known[first][second + 1];
    if (way == null) {
      way = make(first, second);
      known[first][second + 1] = way;
    }
    return way;
  }

  private Move.Change[] make(int first, int second) {
    List<Move.Change> changes = new ArrayList<>();
    for (int category : dimension.upwards(first)) {
      if (second < 0 || !dimension.isUnder(second, category)) {
        changes.add(new Move.Change(category, 1));
      }
    }
    if (second >= 0) {
      for (int category : dimension.upwards(second)) {
        if (!dimension.isUnder(first, category)) {
          changes.add(new Move.Change(category, -1));
        }
      }
    }
    return changes.toArray(Move.Change[]::new);
  }
}
