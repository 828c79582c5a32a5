package org.censusflow.base.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.censusflow.files.Sha256;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Migrations are only added: a database that has carried one out refuses a changed one. */
class MigrationRulesTests {

  /**
   * {@code db/migrations.sha256} has a line for each. Whoever adds a migration adds its line (in
   * src/server/src/main/resources: {@code sha256sum db/migration/NEW.sql}); no line ever changes.
   */
  @Test
  void noMigrationChangesOnceItIsWritten() throws IOException {
    List<String> written = new ArrayList<>();
    for (String folder : List.of("db/migration", "db/postgresql")) {
      for (Resource file :
          new PathMatchingResourcePatternResolver()
              .getResources("classpath:" + folder + "/*.sql")) {
        String content = file.getContentAsString(StandardCharsets.UTF_8);
        written.add(Sha256.hex(content) + "  " + folder + "/" + file.getFilename());
      }
    }
    assertThat(written).hasSizeGreaterThan(8);
    assertThat(
            new ClassPathResource("db/migrations.sha256")
                .getContentAsString(StandardCharsets.UTF_8))
        .satisfies(
            listed -> assertThat(listed.lines()).containsExactlyInAnyOrderElementsOf(written));
  }
}
