package org.censusflow;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What one test leaves in the data plane would count in the next one. */
public final class EmptyDataPlane {

  private EmptyDataPlane() {}

  /** Empties every table of the data plane but the trail, whose chain is never begun anew. */
  public static void leave(JdbcClient jdbc) {
    List<String> tables =
        jdbc.sql(
                """
                select table_name from information_schema.tables
                 where table_type = 'BASE TABLE' and table_schema = 'census'
                   and lower(table_name) not in ('flyway_schema_history', 'audit_entry', 'audit_link')
                """)
            .query(String.class)
            .list();
    if (onPostgres(jdbc)) {
      String all = tables.stream().map(it -> "census." + it).collect(Collectors.joining(", "));
      // Past the triggers, and as a superuser only.
      jdbc.sql(
              "set session_replication_role = replica; truncate table %s; set session_replication_role = origin"
                  .formatted(all))
          .update();
      return;
    }
    jdbc.sql("set referential_integrity false").update();
    tables.forEach(table -> jdbc.sql("truncate table \"census\"." + table).update());
    jdbc.sql("set referential_integrity true").update();
  }

  private static boolean onPostgres(JdbcClient jdbc) {
    return jdbc.sql(
                "select count(*) from information_schema.schemata where schema_name = 'pg_catalog'")
            .query(Integer.class)
            .single()
        > 0;
  }
}
