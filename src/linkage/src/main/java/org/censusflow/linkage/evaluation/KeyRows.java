package org.censusflow.linkage.evaluation;

import java.util.HashMap;
import java.util.Map;
import org.censusflow.linkage.population.Population;

/** Rows of a population by key; of rows with one key the first. */
final class KeyRows {

  private final Map<String, Integer> rows;
  private final long repeated;

  KeyRows(Population population) {
    rows = new HashMap<>(population.size() * 2);
    for (int row = 0; row < population.size(); row++) {
      rows.putIfAbsent(population.key(row), row);
    }
    repeated = population.size() - rows.size();
  }

  /** The row of a key, or -1. */
  int row(String key) {
    return rows.getOrDefault(key, -1);
  }

  /** How many rows have the key of an earlier one. */
  long repeated() {
    return repeated;
  }
}
