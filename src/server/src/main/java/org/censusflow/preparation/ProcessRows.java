package org.censusflow.preparation;

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

  /** Counts a reminder that went out. */
  void remind(String processKey) {
    jdbc.sql("update " + table + " set reminders = reminders + 1 where process_key = ?")
        .param(processKey)
        .update();
  }
}
