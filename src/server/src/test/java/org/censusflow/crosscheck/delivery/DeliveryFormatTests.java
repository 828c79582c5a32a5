package org.censusflow.crosscheck.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.censusflow.files.FileKind;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** A file of whatever kind is kept with what it is. */
class DeliveryFormatTests {

  @Test
  void theDatabaseKnowsEveryKindOfFile() throws IOException {
    String tables =
        new ClassPathResource("db/migration/V1_05__crosscheck.sql")
            .getContentAsString(StandardCharsets.UTF_8);
    int from = tables.indexOf("delivery_format_ck");
    String formats = tables.substring(from, tables.indexOf("))", from));
    assertThat(Stream.of(FileKind.values()).map(kind -> "'" + kind.word() + "'"))
        .allSatisfy(word -> assertThat(formats).contains(word));
  }
}
