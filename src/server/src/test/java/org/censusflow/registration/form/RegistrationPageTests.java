package org.censusflow.registration.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The page about registration shows every check as it is. Written again with {@code
 * -Dcensusflow.registration.write=true}.
 */
class RegistrationPageTests {

  private static final Path PAGE = Path.of("docs/registration.md");
  private static final String BEGIN = "<!-- checks: written by RegistrationPageTests -->\n";
  private static final String END = "<!-- end of checks -->";

  @Test
  void thePageShowsEveryCheckAsItIs() throws IOException {
    String page = Files.readString(PAGE);
    int from = page.indexOf(BEGIN) + BEGIN.length();
    int to = page.indexOf(END);
    if (Boolean.getBoolean("censusflow.registration.write")) {
      Files.writeString(PAGE, page.substring(0, from) + checks() + page.substring(to));
      return;
    }
    assertThat(page.substring(from, to)).isEqualTo(checks());
  }

  private static String checks() {
    StringBuilder table =
        new StringBuilder(
            "\n| id | looks at | severity | fires when | message |\n| --- | --- | --- | --- | --- |\n");
    for (Check check : Checks.all()) {
      table.append(
          "| %s | %s | %s | %s | %s |\n"
              .formatted(
                  check.id(),
                  check.scope().label(),
                  check.severity().label(),
                  check.condition(),
                  check.message()));
    }
    return table.append('\n').toString();
  }
}
