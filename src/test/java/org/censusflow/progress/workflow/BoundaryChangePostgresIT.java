package org.censusflow.progress.workflow;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The same on PostgreSQL. */
class BoundaryChangePostgresIT extends BoundaryChangeInTheFieldTests {

  @DynamicPropertySource
  static void postgres(DynamicPropertyRegistry properties) throws IOException {
    EmbeddedPostgres postgres = EmbeddedPostgres.start();
    properties.add("spring.datasource.url", () -> postgres.getJdbcUrl("postgres", "postgres"));
    properties.add("spring.datasource.username", () -> "postgres");
    properties.add("spring.datasource.password", () -> "");
  }
}
