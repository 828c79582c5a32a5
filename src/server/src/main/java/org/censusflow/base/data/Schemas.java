package org.censusflow.base.data;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * Where the tables stand: the engine's in {@code public}, where it makes them, the census's in a
 * schema of their own. Every connection finds both by their bare names, so that one transaction
 * changes both or neither.
 */
@Component
public class Schemas implements BeanPostProcessor {

  /** As PostgreSQL's driver takes them; what a connection makes it makes in the first. */
  public static final String BOTH = "public,census";

  @Override
  public Object postProcessBeforeInitialization(Object bean, String name) {
    if (bean instanceof HikariDataSource pool && pool.getConnectionInitSql() == null) {
      pool.setConnectionInitSql(path(pool.getJdbcUrl()));
    }
    return bean;
  }

  /** Lets a connection outside the pool find both. */
  public static void find(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(path(connection.getMetaData().getURL()));
    }
  }

  private static String path(String url) {
    return url != null && url.startsWith("jdbc:h2:")
        ? "set schema_search_path public, \"census\""
        : "set search_path to public, census";
  }
}
