package org.censusflow.preparation;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.censusflow.base.data.Params;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A table that has one row a process instance. */
final class ProcessRows {

  private final JdbcClient jdbc;
  private final String table;

  ProcessRows(JdbcClient jdbc, String table) {
    this.jdbc = jdbc;
    this.table = table;
  }

  boolean has(String processKey) {
    return jdbc.sql("select count(*) from " + table + " where process_key = ?")
            .param(processKey)
            .query(Integer.class)
            .single()
        > 0;
  }

  /**
   * Adds the row of a process instance, once.
   *
   * @param row values by column
   */
  void open(String processKey, Params row) {
    if (has(processKey)) {
      return;
    }
    String[] columns = row.and("process_key", processKey).getParameterNames();
    jdbc.sql(
            "insert into %s (%s) values (%s)"
                .formatted(
                    table,
                    String.join(", ", columns),
                    Arrays.stream(columns).map(it -> ":" + it).collect(Collectors.joining(", "))))
        .paramSource(row)
        .update();
  }

  /** Counts a reminder that went out. */
  void remind(String processKey) {
    jdbc.sql("update " + table + " set reminders = reminders + 1 where process_key = ?")
        .param(processKey)
        .update();
  }
}
