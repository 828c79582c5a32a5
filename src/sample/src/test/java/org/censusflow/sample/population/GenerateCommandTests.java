package org.censusflow.sample.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class GenerateCommandTests {

  @TempDir Path directory;

  private final StringWriter console = new StringWriter();

  @Test
  void writesThePopulationAndSaysWhatItHolds() throws IOException {
    Path out = directory.resolve("sample");
    int exit = run("--persons", "600", "--blocks", "3", "--seed", "4", "--out", out.toString());
    assertThat(exit).isZero();
    assertThat(Files.readAllLines(out.resolve("blocks.csv"))).hasSize(4);
    assertThat(Files.readAllLines(out.resolve("census.csv"))).hasSizeBetween(600, 800);
    assertThat(console.toString()).contains("household-register", "differences", "persons");
  }

  @Test
  void takesAPresetOrAFileOfErrors() throws IOException {
    Path file = Files.writeString(directory.resolve("errors.yaml"), "differences: {D01: 0.2}\n");
    String out = directory.resolve("a").toString();
    assertThat(run("--persons", "300", "--out", out, "--errors", file.toString())).isZero();
    assertThat(run("--persons", "300", "--out", out, "--errors", "linkage")).isZero();
    assertThat(run("--persons", "300", "--out", out, "--errors", "none.yaml")).isEqualTo(2);
    assertThat(console.toString()).contains("none.yaml");
  }

  @Test
  void saysWhichSuppliesAndDistrictsThereAre() {
    String out = directory.resolve("b").toString();
    assertThat(run("--persons", "300", "--out", out, "--supplies", "births,pets")).isEqualTo(2);
    assertThat(console.toString()).contains("pets", "household-register");
    assertThat(run("--persons", "300", "--out", out, "--district", "moon")).isEqualTo(2);
    assertThat(run("--persons", "0", "--out", out)).isEqualTo(2);
  }

  @Test
  void anUnwritableDirectoryEndsWithAMessage() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "in the way");
    assertThat(run("--persons", "300", "--out", file.toString())).isEqualTo(1);
    assertThat(console.toString()).contains("cannot write");
  }

  private int run(String... arguments) {
    PrintWriter writer = new PrintWriter(console, true);
    return new CommandLine(new GenerateCommand()).setOut(writer).setErr(writer).execute(arguments);
  }
}
