package org.censusflow.base.data;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A table that has one row a process instance. */
public final class ProcessRows {

  private final JdbcClient jdbc;
  private final String table;

  public ProcessRows(JdbcClient jdbc, String table) {
    this.jdbc = jdbc;
    this.table = table;
  }

  private boolean has(String processKey) {
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
  public void open(String processKey, Params row) {
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
  public void remind(String processKey) {
    jdbc.sql("update " + table + " set reminders = reminders + 1 where process_key = ?")
        .param(processKey)
        .update();
  }
}
