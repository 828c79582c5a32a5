package org.censusflow.base.access;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Gives the program's database role what it needs of the tables that another role migrates ({@code
 * spring.flyway.user}), and no more: it may add to what is only added and to nothing of it else.
 * With one role for both there is nothing to give, and the triggers hold alone. PostgreSQL only.
 */
@Component
class ProgramRights extends BaseCallback {

  private static final String TABLES =
      """
      select c.relname, c.relkind,
             exists (select 1 from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'only_added') as only_added,
             exists (select 1 from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'destroyed_by_law') as by_law
        from pg_class c
       where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'S')
         and pg_get_userbyid(c.relowner) = current_user and c.relname <> 'flyway_schema_history'
      """;

  private final String program;

  ProgramRights(@Value("${spring.datasource.username:}") String program) {
    this.program = program;
  }

  @Override
  public boolean supports(Event event, Context context) {
    return event == Event.AFTER_MIGRATE;
  }

  @Override
  public void handle(Event event, Context context) {
    try {
      give(context.getConnection());
    } catch (SQLException e) {
      throw new IllegalStateException(
          "CF-E194 The program's database role cannot be given its rights", e);
    }
  }

  private void give(Connection owner) throws SQLException {
    if (!owner.getMetaData().getURL().startsWith("jdbc:postgresql:")) {
      return;
    }
    try (Statement statement = owner.createStatement()) {
      if (program.isEmpty() || program.equals(currentUser(statement))) {
        return;
      }
      String role = statement.enquoteIdentifier(program, true);
      String schema = statement.enquoteIdentifier(owner.getSchema(), true);
      statement.execute("grant usage on schema " + schema + " to " + role);
      for (Map.Entry<String, String> right : rights(statement).entrySet()) {
        String table = statement.enquoteIdentifier(right.getKey(), true);
        String kind = right.getValue().startsWith("usage") ? "sequence " : "table ";
        statement.execute("revoke all on " + kind + table + " from " + role);
        statement.execute("grant " + right.getValue() + " on " + kind + table + " to " + role);
      }
    }
  }

  private static Map<String, String> rights(Statement statement) throws SQLException {
    Map<String, String> rights = new LinkedHashMap<>();
    try (ResultSet row = statement.executeQuery(TABLES)) {
      while (row.next()) {
        String right = "select, insert, update, delete";
        if ("S".equals(row.getString("relkind"))) {
          right = "usage, select";
        } else if (row.getBoolean("by_law")) {
          right = "select, insert, delete";
        } else if (row.getBoolean("only_added")) {
          right = "select, insert";
        }
        rights.put(row.getString("relname"), right);
      }
    }
    return rights;
  }

  private static String currentUser(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery("select current_user")) {
      row.next();
      return row.getString(1);
    }
  }
}
