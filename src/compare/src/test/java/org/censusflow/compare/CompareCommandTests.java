package org.censusflow.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CompareCommandTests {

  private static final String HEADER = "record_id,name,id_number,sex,birth_date,address\n";

  @TempDir private Path folder;
  private Path left;
  private Path right;
  private Path truth;

  @BeforeEach
  void twoSmallFiles() throws IOException {
    StringBuilder a = new StringBuilder(HEADER);
    StringBuilder b = new StringBuilder(HEADER);
    StringBuilder pairs = new StringBuilder("left_id,right_id\n");
    for (int i = 0; i < 400; i++) {
      String name = "王李张刘陈".charAt(i % 5) + "" + (char) (0x4e00 + i * 7);
      String rest = name + ",%s,1,19" + (10 + i % 89) + "-0" + (1 + i % 9) + "-11,滨湖路" + i + "号\n";
      a.append("l").append(i).append(',').append(rest.formatted(i % 4 == 0 ? "" : "N" + i));
      b.append("r").append(i).append(',').append(rest.formatted("N" + i));
      pairs.append("l").append(i).append(",r").append(i).append('\n');
    }
    left = Files.writeString(folder.resolve("left.csv"), a + "broken\n");
    right = Files.writeString(folder.resolve("right.csv"), b);
    truth = Files.writeString(folder.resolve("truth.csv"), pairs);
  }

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(Object... args) {
    String[] texts = java.util.Arrays.stream(args).map(Object::toString).toArray(String[]::new);
    return new CommandLine(new CompareCommand())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(texts);
  }

  @Test
  void figuresComeAsJsonAndLinksAsAFile() throws IOException {
    Path links = folder.resolve("links.csv");
    assertThat(run("--left", left, "--right", right, "--truth", truth, "--out", links, "--json"))
        .isZero();
    JsonNode json = new ObjectMapper().readTree(out.toString());
    assertThat(json.path("f1").asDouble()).isEqualTo(1);
    assertThat(json.path("leftRejected").asInt()).isEqualTo(1);
    assertThat(json.has("seconds") && json.has("peakMemoryMb") && json.has("stages")).isTrue();
    assertThat(err.toString()).contains("left.csv:402: expected 6 values, found 1");
    assertThat(Files.readAllLines(links))
        .hasSize(401)
        .anyMatch(line -> line.startsWith("l0,r0,match,"));
  }

  @Test
  void aSavedModelGivesTheSameLinksAgain() throws IOException {
    Path model = folder.resolve("model.yaml");
    Path first = folder.resolve("first.csv");
    Path second = folder.resolve("second.csv");
    assertThat(run("--left", left, "--right", right, "--out", first, "--save-model", model))
        .isZero();
    assertThat(run("--left", left, "--right", right, "--out", second, "--model", model)).isZero();
    assertThat(Files.readString(model)).contains("姓名相同").contains("weight");
    assertThat(Files.readAllLines(second)).hasSameSizeAs(Files.readAllLines(first));
  }

  @Test
  void missingFilesAndOptionsAreSaidInWords() {
    assertThat(run("--left", left)).isEqualTo(1);
    assertThat(err.toString()).contains("either --left and --right or --dedupe");
    assertThat(run("--left", left, "--right", folder.resolve("none.csv"))).isNotZero();
  }
}
