package org.censusflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CheckCommandTests {

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void theShippedFilesAreSound() {
    assertThat(check("districts/haicang.yaml", "districts/xiangshan.yaml")).isZero();
    assertThat(out).hasToString("2 files are sound." + System.lineSeparator());
  }

  @Test
  void aFaultyFileEndsWithOneAndALineForEachFault() throws IOException {
    String text = Files.readString(Path.of("districts/haicang.yaml"));
    Path file = folder.resolve("a.yaml");
    Files.writeString(file, text.replace("H1.08b", "H9.99").replace("to: 2020-11-05", "to: 2020"));

    assertThat(check(file.toString())).isEqualTo(1);
    assertThat(err.toString().lines())
        .hasSize(4)
        .contains(
            "a.yaml: units[7].duties[1].clause: clause 'H9.99' is unknown;"
                + " cite a clause of notice H",
            "a.yaml: windows[8].to: must be a day, as YYYY-MM-DD");
  }

  @Test
  void aFileThatDoesNotExistIsAFault() {
    assertThat(check(folder.resolve("none.yaml").toString())).isEqualTo(1);
    assertThat(err.toString()).startsWith("none.yaml: cannot be read");
  }

  private int check(String... files) {
    return new CommandLine(new CheckCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(files);
  }
}
