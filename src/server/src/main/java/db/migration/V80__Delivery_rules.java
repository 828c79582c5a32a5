package db.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * Drops two rules of the table {@code delivery} that the first migration left without a name: its
 * states, of which there are more now, and that a file comes once for a request, which a corrected
 * manifest for the same file would break. What they are called differs between the databases, hence
 * no SQL file.
 */
public class V80__Delivery_rules extends BaseJavaMigration {

  private static final String UNNAMED =
      """
      select constraint_name from information_schema.table_constraints
       where lower(table_name) = 'delivery' and lower(table_schema) = lower(current_schema)
         and constraint_type in ('CHECK', 'UNIQUE') and lower(constraint_name) not like '%not_null'
      """;

  @Override
  public void migrate(Context context) throws SQLException {
    Connection connection = context.getConnection();
    for (String name : rules(connection)) {
      try (Statement drop = connection.createStatement()) {
        drop.execute("alter table delivery drop constraint \"" + name + "\"");
      }
    }
  }

  private static List<String> rules(Connection connection) throws SQLException {
    List<String> names = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(UNNAMED);
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }
}
