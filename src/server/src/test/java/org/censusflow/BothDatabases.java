package org.censusflow;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tests of tables and statements, each on H2 and on PostgreSQL: {@code @MethodSource("databases")}.
 * The server starts and ends with the class.
 */
public abstract class BothDatabases {

  private static EmbeddedPostgres postgres;

  @BeforeAll
  static void startPostgres() throws IOException {
    postgres = EmbeddedPostgres.start();
  }

  @AfterAll
  static void stopPostgres() throws IOException {
    postgres.close();
  }

  /** An empty database of each kind, with the program's tables. */
  protected static List<DataSource> databases() {
    JdbcDataSource h2 = new JdbcDataSource();
    h2.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    List<DataSource> both = List.of(h2, postgres.getPostgresDatabase());
    both.forEach(BothDatabases::migrate);
    return both;
  }

  /** An empty PostgreSQL with the program's tables, for what only this database does. */
  protected static DataSource onPostgres() {
    DataSource database = postgres.getPostgresDatabase();
    migrate(database);
    return database;
  }

  /** A census of the sample district, for the rows that belong to one. */
  protected static void openCensus(JdbcClient jdbc, String id) {
    jdbc.sql("insert into census (id, district, reference_time) values (?, 'haicang', ?)")
        .params(id, OffsetDateTime.parse("2020-11-01T00:00:00+08:00"))
        .update();
  }

  private static void migrate(DataSource database) {
    Flyway flyway =
        Flyway.configure()
            .dataSource(database)
            .locations("classpath:db/migration")
            .cleanDisabled(false)
            .load();
    flyway.clean();
    flyway.migrate();
  }
}
