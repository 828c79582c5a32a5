package org.censusflow.tables.format;

import java.util.Set;
import org.censusflow.tables.Table;

/**
 * A table as it is shown.
 *
 * @param hidden cells that are not shown; no file has their values
 * @param about title, source and so on
 */
public record ShownTable(Table table, Set<Integer> hidden, About about) {

  public ShownTable {
    hidden = Set.copyOf(hidden);
  }
}
