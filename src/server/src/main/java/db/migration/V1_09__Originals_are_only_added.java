package db.migration;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * Lets PostgreSQL itself refuse to change the audit trail and the originals of answers. On H2,
 * which is for trials with invented people, a trigger would be a class of the program: there only
 * the program's code and the audit's chain hold.
 */
public class V1_09__Originals_are_only_added extends BaseJavaMigration {

  @Override
  public void migrate(Context context) throws Exception {
    Connection connection = context.getConnection();
    if (connection.getMetaData().getURL().startsWith("jdbc:postgresql:")) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(script());
      }
    }
  }

  private static String script() throws IOException {
    try (InputStream script =
        V1_09__Originals_are_only_added.class.getResourceAsStream(
            "/db/postgresql/only_added.sql")) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
