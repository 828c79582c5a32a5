package org.censusflow.system;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * One PostgreSQL server for the tests, addressed as the compose file does; it ends with the JVM,
 * after the last context.
 */
final class Postgres {

  private static EmbeddedPostgres server;

  private Postgres() {}

  static synchronized void register(DynamicPropertyRegistry properties) {
    try {
      if (server == null) {
        server = EmbeddedPostgres.start();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String url = server.getJdbcUrl("postgres", "postgres") + "&reWriteBatchedInserts=true";
    properties.add("spring.datasource.url", () -> url);
    properties.add("spring.datasource.username", () -> "postgres");
    properties.add("spring.datasource.password", () -> "");
  }
}
