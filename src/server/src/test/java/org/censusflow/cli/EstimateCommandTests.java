package org.censusflow.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class EstimateCommandTests {

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void publishedExamplesComeOut() throws IOException {
    Path file = file("stratum,n1,n2,matched\nONS,100,50,25\nSeber,500,149,7\n");
    assertThat(estimate("--in", file.toString(), "--json")).isZero();
    JsonNode json = new ObjectMapper().readTree(out.toString());
    JsonNode first = json.at("/strata/0");
    assertThat(first.get("stratum").asText()).isEqualTo("ONS");
    assertThat(first.at("/lincolnPetersen/estimate").asDouble()).isEqualTo(200);
    assertThat(first.at("/lincolnPetersen/standardError").asDouble())
        .isCloseTo(24.495, within(0.0005));
    assertThat(json.at("/strata/1/chapman/high").asDouble()).isCloseTo(15_316, within(0.5));
    assertThat(json.at("/total/chandrasekarDeming/estimate").asDouble())
        .isCloseTo(200 + 500.0 * 149 / 7, within(1e-6));
    assertThat(json.at("/total/chandrasekarDeming/low").asDouble())
        .isLessThan(json.at("/total/chandrasekarDeming/high").asDouble());
    assertThat(json.at("/total/assumptions")).hasSize(7);
  }

  @Test
  void theExampleOfTheHelpRuns() throws IOException {
    assertThat(estimate("--help")).isZero();
    String line =
        out.toString()
            .lines()
            .map(String::strip)
            .filter(l -> l.startsWith("java -jar target/censusflow.jar "))
            .findFirst()
            .orElseThrow();
    PrintStream console = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    Optional<Integer> exit;
    try {
      String arguments = line.substring("java -jar target/censusflow.jar ".length());
      exit = Commands.run(arguments.split(" "));
    } finally {
      System.setOut(console);
    }
    assertThat(exit).contains(0);
    JsonNode json = new ObjectMapper().readTree(printed.toString(StandardCharsets.UTF_8));
    assertThat(json.at("/strata")).hasSize(2);
    assertThat(json.at("/total/clusters").asInt()).isEqualTo(7);
    assertThat(json.at("/total/chapman/degreesOfFreedom").asDouble()).isPositive();
  }

  @Test
  void aReaderIsToldWhatMustHold() throws IOException {
    Path file = file("\ufeffmatched,n2,n1,stratum\n25,50,100,\"all, of it\"\n");
    assertThat(estimate("--in", file.toString())).isZero();
    assertThat(out.toString())
        .contains("Lincoln-Petersen", "152.0 to 248.0", "What must hold", "(Nour): 162.5 to 168.3")
        .matches(text -> text.chars().allMatch(c -> c < 128), "is plain ASCII");
  }

  @Test
  void allFaultsAreToldAtOnce() throws IOException {
    Path file =
        file(
            """
            stratum,cluster,n1,n2,matched
            a,1,100,90,85
            b,1,many,90,85
            b,2,10.5,90,-1e3
            c,1,100,90
            ,1,100,90,85
            d,1,100,0,0
            d,2,100,0,0
            e,1,100,90,95
            e,2,100,90,85
            """);
    assertThat(estimate("--in", file.toString(), "--json")).isEqualTo(1);
    assertThat(err.toString().lines().map(l -> l.substring(file.toString().length() + 2)))
        .containsExactly(
            "line 3: n1: 'many' is not a whole number",
            "line 4: n1: '10.5' is not a whole number",
            "line 4: matched: '-1e3' is not a number",
            "line 5: 4 fields where the header has 5",
            "line 6: stratum is empty",
            "stratum 'a': one cluster tells no variance; join it with a stratum like it",
            "stratum 'd': the survey has nobody (n2 = 0)",
            "stratum 'e', cluster '1': matched (95) are more than n2 (90)");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void columnsAreKnownOnes() throws IOException {
    assertThat(estimate("--in", file("stratum,n1,n1,N2,m\na,1,2,3,4\n").toString())).isEqualTo(1);
    assertThat(err.toString().lines())
        .hasSize(5)
        .anyMatch(l -> l.endsWith("column 'n1' is there twice"))
        .anyMatch(l -> l.contains("column 'N2' is unknown; there are stratum, n1, n2, matched"))
        .anyMatch(l -> l.endsWith("column 'matched' is missing"));
  }

  @Test
  void anEmptyFileAndNoneAreToldApart() throws IOException {
    assertThat(estimate("--in", file("").toString())).isEqualTo(1);
    assertThat(err.toString()).contains("the file is empty");
    assertThat(estimate("--in", file("stratum,n1,n2,matched\n").toString())).isEqualTo(1);
    assertThat(err.toString()).contains("there are no counts");
    assertThat(estimate("--in", folder.resolve("none").toString())).isEqualTo(2);
    assertThat(err.toString()).contains("cannot read");
    assertThat(estimate()).isEqualTo(2);
  }

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("counts.csv"), content);
  }

  private int estimate(String... arguments) {
    return new CommandLine(new EstimateCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
