package org.censusflow.gateway;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.censusflow.files.ColumnNames;
import org.censusflow.files.RecordMapping;

/**
 * Where the records of one kind come from and how they become what the census asks for.
 *
 * @param asOf the day that the records describe; null for the day of reading
 * @param columns name of the census's column to that of the source's; empty when they are the same
 * @param codes per column of the census: the source's value to the census's
 * @param constants columns of the census that are the same in all rows
 */
public record SupplyConfig(
    SourceConfig source,
    LocalDate asOf,
    Map<String, String> columns,
    Map<String, Map<String, String>> codes,
    Map<String, String> constants) {

  public SupplyConfig {
    // The order of the columns is the order of the file.
    columns = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(columns));
    codes = Map.copyOf(codes);
    constants = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(constants));
  }

  /** The names by which the head of the source's table is found. */
  ColumnNames sourceColumns() {
    if (columns.isEmpty()) {
      return RecordMapping.ofAnySupply();
    }
    Map<String, String> names = new HashMap<>();
    columns.values().forEach(name -> names.put(ColumnNames.folded(name), name));
    return name -> ColumnNames.in(names, name);
  }
}
