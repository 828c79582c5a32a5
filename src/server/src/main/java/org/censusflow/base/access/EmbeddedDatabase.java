package org.censusflow.base.access;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Whether the program runs on its own embedded database (H2 in memory or in a file). Sample
 * accounts and sample data exist there and nowhere else.
 */
public record EmbeddedDatabase(boolean present) {

  static EmbeddedDatabase of(DataSource dataSource) {
    try (Connection connection = dataSource.getConnection()) {
      return new EmbeddedDatabase(isEmbedded(connection.getMetaData().getURL()));
    } catch (SQLException e) {
      throw new IllegalStateException("The database does not answer", e);
    }
  }

  /** An H2 server is a database that others may use too, hence not ours to fill with samples. */
  static boolean isEmbedded(String url) {
    return url.startsWith("jdbc:h2:") && !url.matches("jdbc:h2:(tcp|ssl):.*");
  }
}
