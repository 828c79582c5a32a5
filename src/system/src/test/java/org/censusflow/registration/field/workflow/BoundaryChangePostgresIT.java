package org.censusflow.registration.field.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.censusflow.base.access.EmbeddedDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The same on PostgreSQL. */
@Import(BoundaryChangePostgresIT.OurOwnDatabase.class)
class BoundaryChangePostgresIT extends BoundaryChangeInTheFieldTests {

  /** Sample accounts exist on the program's own database only; this one is the test's. */
  @TestConfiguration
  static class OurOwnDatabase {

    @Bean
    @Primary
    EmbeddedDatabase thisServerIsOurs() {
      return new EmbeddedDatabase(true);
    }
  }

  @DynamicPropertySource
  static void postgres(DynamicPropertyRegistry properties) throws IOException {
    EmbeddedPostgres postgres = EmbeddedPostgres.start();
    properties.add("spring.datasource.url", () -> postgres.getJdbcUrl("postgres", "postgres"));
    properties.add("spring.datasource.username", () -> "postgres");
    properties.add("spring.datasource.password", () -> "");
  }

  @Test
  void theDatabaseIsPostgres() {
    assertThat(jdbc.sql("select version()").query(String.class).single()).startsWith("PostgreSQL");
  }
}
