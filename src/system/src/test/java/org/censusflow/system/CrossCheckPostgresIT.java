package org.censusflow.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.censusflow.base.access.EmbeddedDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The same on PostgreSQL. */
@Import(CrossCheckPostgresIT.OurOwnDatabase.class)
class CrossCheckPostgresIT extends CrossCheckStory {

  /**
   * The program gives itself sample accounts and data on its own embedded database only. This
   * server belongs to the test, which says so here; nothing that ships can.
   */
  @TestConfiguration
  static class OurOwnDatabase {

    @Bean
    @Primary
    EmbeddedDatabase thisServerIsOurs() {
      return new EmbeddedDatabase(true);
    }
  }

  @DynamicPropertySource
  static void postgres(DynamicPropertyRegistry properties) {
    Postgres.register(properties);
  }

  @Test
  void theDatabaseIsPostgres() {
    assertThat(jdbc().sql("select version()").query(String.class).single())
        .startsWith("PostgreSQL");
  }
}
