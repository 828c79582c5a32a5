package org.censusflow.registration.intake;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows that are stored together with their checkpoint. Rows of one household that follow each other
 * are not torn apart, unless they alone are more than a chunk.
 *
 * @param from rows of the file before it
 * @param to rows of the file up to its end
 */
record Chunk(long from, long to, List<CheckedRow> rows) {

  static final int ROWS = 8_000;

  /** The rows cut into runs of one household each; rows without a household stand alone. */
  List<List<CheckedRow>> runs(List<CheckedRow> kept) {
    List<List<CheckedRow>> runs = new ArrayList<>();
    HouseholdKey last = null;
    for (CheckedRow row : kept) {
      if (!row.place().equals(last)) {
        runs.add(new ArrayList<>(4));
        last = row.place();
      }
      runs.get(runs.size() - 1).add(row);
    }
    return runs;
  }
}
