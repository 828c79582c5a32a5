package org.censusflow.system;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * One PostgreSQL server for the tests, addressed as the compose file does and with its roles: one
 * owns and migrates the tables, the program has another. It ends with the JVM, after the last
 * context.
 */
final class Postgres {

  private static EmbeddedPostgres server;
  private static int databases;

  private Postgres() {}

  static synchronized void register(DynamicPropertyRegistry properties) {
    String database;
    try {
      if (server == null) {
        server = EmbeddedPostgres.start();
        roles();
      }
      database = database();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    // Without a user in it, which would take the place of the one that migrates.
    String url =
        "jdbc:postgresql://localhost:%d/%s?reWriteBatchedInserts=true"
            .formatted(server.getPort(), database);
    properties.add("spring.datasource.url", () -> url);
    properties.add("spring.datasource.username", () -> "censusflow");
    properties.add("spring.datasource.password", () -> "");
    properties.add("spring.flyway.user", () -> "censusflow_owner");
    properties.add("spring.flyway.password", () -> "");
  }

  /** As docker/database/roles.sh does. */
  private static void roles() throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create role censusflow_owner login");
      statement.execute("create role censusflow login");
    }
  }

  /** One for each test: what another has played is not its census. */
  private static String database() throws SQLException {
    String name = "censusflow_" + ++databases;
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name + " owner censusflow_owner");
    }
    try (Connection connection = server.getDatabase("postgres", name).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("alter schema public owner to censusflow");
      statement.execute("revoke all on schema public from public");
    }
    return name;
  }
}
