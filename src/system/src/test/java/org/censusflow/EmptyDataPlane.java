package org.censusflow;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What one test leaves in the data plane would count in the next one. H2 only. */
public final class EmptyDataPlane {

  private EmptyDataPlane() {}

  /** Empties every table of the data plane but the trail, whose chain is never begun anew. */
  public static void leave(JdbcClient jdbc) {
    jdbc.sql("set referential_integrity false").update();
    jdbc.sql(
            """
            select table_name from information_schema.tables
             where table_type = 'BASE TABLE' and table_schema = current_schema
               and lower(table_name) not like 'act\\_%'
               and lower(table_name) not in ('flyway_schema_history', 'audit_entry', 'audit_link')
            """)
        .query(String.class)
        .list()
        .forEach(table -> jdbc.sql("truncate table \"" + table + "\"").update());
    jdbc.sql("set referential_integrity true").update();
  }
}
