package org.censusflow.registration.intake;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.UUID;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A census in a schema of its own on one PostgreSQL server, which ends with the JVM. */
public final class FreshPostgres {

  private static EmbeddedPostgres server;

  private FreshPostgres() {}

  public static synchronized IntakeDatabase database(Path folder) {
    try {
      if (server == null) {
        server = EmbeddedPostgres.start();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String schema = "t_" + UUID.randomUUID().toString().replace("-", "");
    JdbcClient.create(server.getPostgresDatabase()).sql("create schema " + schema).update();
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(server.getJdbcUrl("postgres", "postgres"));
    source.setUser("postgres");
    source.setCurrentSchema(schema);
    return IntakeDatabase.on(source, folder);
  }
}
