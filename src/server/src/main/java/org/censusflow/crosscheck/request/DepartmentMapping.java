package org.censusflow.crosscheck.request;

import java.util.List;
import java.util.Map;

/**
 * One department's own names and codes for one kind of record, as its file beside the district's
 * says them.
 *
 * @param columns what it calls the column of a field, by field
 * @param codes by coded field: what it writes for each code, by the code
 */
record DepartmentMapping(
    String district,
    String unit,
    String supply,
    Map<String, List<String>> columns,
    Map<String, Map<String, List<String>>> codes) {

  DepartmentMapping {
    columns = columns == null ? Map.of() : Map.copyOf(columns);
    codes = codes == null ? Map.of() : Map.copyOf(codes);
  }

  /** Whose records it describes. */
  record Key(String district, String unit, String supply) {}

  Key key() {
    return new Key(district, unit, supply);
  }
}
