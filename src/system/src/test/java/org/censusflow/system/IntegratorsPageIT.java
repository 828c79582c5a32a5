package org.censusflow.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.censusflow.system.ShellPage.Step;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.context.TestPropertySource;

/** {@code docs/integrators.md}, carried out as it stands by a shell at the health department. */
@TestPropertySource(properties = "censusflow.sample.yourself=health")
class IntegratorsPageIT extends SystemTest {

  private static final Path PAGE = Path.of("docs/integrators.md");
  private static final String SEPARATOR = "--- next block ---";
  private static final List<String> TOOLS = List.of("bash", "curl", "jq", "openssl");

  @TempDir private Path folder;

  @BeforeEach
  void theRequestsAreThere() {
    for (String tool : TOOLS) {
      Tools.need(Tools.isInstalled(tool), "The page's blocks need " + tool);
    }
    awaitRequests("health", 2);
  }

  @Test
  void everyBlockDoesWhatThePageSays() throws Exception {
    ShellPage page = ShellPage.read(PAGE);
    Path said = folder.resolve("said");
    Path complaints = folder.resolve("complaints");
    Path script = folder.resolve("blocks.sh");
    Files.writeString(script, page.script(SEPARATOR));
    ProcessBuilder shell =
        new ProcessBuilder("bash", "-eu", script.toString())
            .directory(Files.createDirectory(folder.resolve("department")).toFile())
            .redirectOutput(said.toFile())
            .redirectError(complaints.toFile());
    shell.environment().put("CENSUSFLOW", address());
    Process process = shell.start();
    boolean ended = process.waitFor(3, TimeUnit.MINUTES);
    process.destroyForcibly().waitFor();

    List<String> outputs = ShellPage.outputs(Files.readString(said), SEPARATOR);
    for (int block = 0; block < outputs.size(); block++) {
      Step step = page.steps().get(block);
      assertThat(step.keptBy(outputs.get(block)))
          .as("%s%nwrites%n%s%ninstead of%n%s", step.commands(), outputs.get(block), step.shown())
          .isTrue();
    }
    String last = page.steps().get(Math.min(outputs.size(), page.steps().size() - 1)).commands();
    assertThat(ended && process.exitValue() == 0)
        .as("%s%nstops with%n%s", last, Files.readString(complaints))
        .isTrue();
    assertThat(outputs).hasSameSizeAs(page.steps()).hasSizeGreaterThan(10);
  }
}
