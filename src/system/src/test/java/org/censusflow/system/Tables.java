package org.censusflow.system;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every text in the tables of the program's database, whatever tables there are. */
record Tables(JdbcClient jdbc) {

  /** A text, with the table and the column where it stands. */
  record Cell(String place, String text) {}

  /** The columns that can hold text, by table. */
  private Map<String, List<String>> columns() {
    return jdbc
        .sql(
            """
            select table_name as t, column_name as c from information_schema.columns
             where lower(table_schema) in ('public', 'census')
               and lower(data_type) in ('character varying', 'character', 'text',
                   'character large object', 'binary large object', 'binary varying', 'bytea', 'jsonb')
             order by 1, 2
            """)
        .query((row, n) -> new String[] {row.getString("t"), row.getString("c")})
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                pair -> pair[0], Collectors.mapping(pair -> pair[1], Collectors.toList())));
  }

  /** All texts whose place, as {@code table.column} in lower case, is wanted. */
  List<Cell> cells(Predicate<String> wanted) {
    return columns().entrySet().stream()
        .flatMap(
            table ->
                table.getValue().stream()
                    .filter(column -> wanted.test(place(table.getKey(), column)))
                    .flatMap(column -> texts(table.getKey(), column).stream()))
        .toList();
  }

  private List<Cell> texts(String table, String column) {
    return jdbc.sql(
            "select distinct \"%2$s\" from \"%1$s\" where \"%2$s\" is not null"
                .formatted(table, column))
        .query((row, n) -> new Cell(place(table, column), text(row.getObject(1))))
        .list();
  }

  private static String text(Object value) {
    try {
      if (value instanceof byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
      }
      if (value instanceof java.sql.Blob blob) {
        return new String(blob.getBytes(1, (int) blob.length()), StandardCharsets.UTF_8);
      }
      if (value instanceof java.sql.Clob clob) {
        return clob.getSubString(1, (int) clob.length());
      }
    } catch (java.sql.SQLException e) {
      throw new AssertionError(e);
    }
    return String.valueOf(value);
  }

  private static String place(String table, String column) {
    return (table + "." + column).toLowerCase(Locale.ROOT);
  }
}
