package org.censusflow.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.censusflow.files.ColumnNames;

/** Turns a row of the source into a row as the census asks for it. */
final class RowMapping {

  private record Column(String name, int at, Map<String, String> codes, String constant) {}

  private final List<Column> columns = new ArrayList<>();

  /**
   * @throws GatewayRefused naming every column that the source does not have
   */
  RowMapping(SupplyConfig supply, List<String> source) {
    List<String> missing = new ArrayList<>();
    if (supply.columns().isEmpty()) {
      source.forEach(name -> add(supply, name, source.indexOf(name)));
    }
    supply
        .columns()
        .forEach(
            (name, theirs) -> {
              int at = indexOf(source, theirs);
              if (at < 0) {
                missing.add(theirs);
              }
              add(supply, name, at);
            });
    supply.constants().forEach((name, value) -> columns.add(new Column(name, -1, Map.of(), value)));
    if (!missing.isEmpty()) {
      throw new GatewayRefused(
          "CF-E656 资料中没有这些列：" + String.join("、", missing) + "；现有的列：" + String.join("、", source));
    }
  }

  private void add(SupplyConfig supply, String name, int at) {
    columns.add(new Column(name, at, supply.codes().getOrDefault(name, Map.of()), null));
  }

  /** A name as it stands, or as people write it otherwise. */
  private static int indexOf(List<String> source, String name) {
    int at = source.indexOf(name);
    for (int i = 0; i < source.size() && at < 0; i++) {
      boolean same =
          ColumnNames.in(Map.of(ColumnNames.folded(name), name), source.get(i)).isPresent();
      at = same ? i : -1;
    }
    return at;
  }

  List<String> names() {
    return columns.stream().map(Column::name).toList();
  }

  /** A value without an entry in its code table goes as it is; the server says if it is wrong. */
  String[] map(String[] row) {
    String[] mapped = new String[columns.size()];
    for (int i = 0; i < mapped.length; i++) {
      Column column = columns.get(i);
      if (column.constant() != null) {
        mapped[i] = column.constant();
      } else {
        String value = row[column.at()].strip();
        mapped[i] = column.codes().getOrDefault(value, value);
      }
    }
    return mapped;
  }
}
