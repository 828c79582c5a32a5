package org.censusflow.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    left = Files.writeString(folder.resolve("left.csv"), a + "b,r,o,k,e,n,!\n");
    right = Files.writeString(folder.resolve("right.csv"), b);
    truth = Files.writeString(folder.resolve("truth.csv"), pairs);
  }

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(Object... args) {
    String[] texts = java.util.Arrays.stream(args).map(Object::toString).toArray(String[]::new);
    out.getBuffer().setLength(0);
    return CompareCommand.commandLine(texts)
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(CompareCommand.rest(texts));
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
    assertThat(err.toString()).contains("left.csv:402: expected 6 values, found 7");
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
  void aModelLearntWithoutNumbersGivesTheSameLinksAgain() throws IOException {
    for (Path file : new Path[] {left, right}) {
      Files.writeString(file, Files.readString(file).replaceAll(",N\\d+,", ",,"));
    }
    Path model = folder.resolve("model.yaml");
    Path first = folder.resolve("first.csv");
    Path second = folder.resolve("second.csv");
    assertThat(run("--left", left, "--right", right, "--out", first, "--save-model", model))
        .isZero();
    assertThat(run("--left", left, "--right", right, "--out", second, "--model", model)).isZero();
    assertThat(Files.readString(model)).contains("groups").contains("related");
    assertThat(keys(second)).isEqualTo(keys(first)).hasSizeGreaterThan(390);
    Files.writeString(model, Files.readString(model).replace("- \"sex\"", "- \"sexe\""));
    assertThat(run("--left", left, "--right", right, "--model", model)).isEqualTo(1);
    assertThat(err.toString()).contains("fields are not those of the spec");
  }

  private static List<String> keys(Path links) throws IOException {
    return Files.readAllLines(links).stream()
        .map(line -> line.replaceAll(",[0-9.]+,.*", ""))
        .toList();
  }

  @Test
  void missingFilesAndOptionsAreSaidInWords() {
    assertThat(run("--left", left)).isEqualTo(1);
    assertThat(err.toString()).contains("either --left and --right or --dedupe");
    assertThat(run("--left", left, "--right", folder.resolve("none.csv"))).isNotZero();
  }

  @Test
  void everyReportSaysWhatErrorsItExpects() throws IOException {
    assertThat(run("--left", left, "--right", right, "--json", "--by", "sex,birth_date")).isZero();
    JsonNode expected = new ObjectMapper().readTree(out.toString()).path("expected");
    assertThat(expected.path("matches").asInt()).isEqualTo(400);
    assertThat(expected.path("falseTo").asDouble()).isBetween(1.0, 10.0);
    assertThat(expected.path("by basis").path("number").path("matches").asInt()).isEqualTo(300);
    assertThat(expected.path("by sex").path("1").path("matches").asInt()).isEqualTo(400);
    assertThat(expected.path("by birth_date").has("1950s")).isTrue();
  }

  @Test
  void aSampleIsDrawnJudgedAndAssessed() throws IOException {
    Path links = folder.resolve("links.csv");
    Path sample = folder.resolve("sample.csv");
    run("--left", left, "--right", right, "--out", links);
    assertThat(
            run(
                "sample",
                "--from",
                links,
                "--per-band",
                30,
                "--seed",
                3,
                "--left",
                left,
                "--right",
                right,
                "--out",
                sample))
        .isZero();
    List<String> lines = Files.readAllLines(sample);
    assertThat(lines.get(0)).startsWith("left_id,right_id,id_number_left").endsWith(",verdict");
    assertThat(lines).hasSizeBetween(31, 100);
    assertThat(String.join("", lines)).doesNotContain("posterior").doesNotContain("match");
    StringBuilder judged = new StringBuilder(lines.get(0)).append('\n');
    for (int i = 1; i < lines.size(); i++) {
      judged.append(lines.get(i)).append(i == 1 ? "different" : "同一人").append('\n');
    }
    Files.writeString(sample, judged);
    assertThat(run("assess", "--from", links, "--verdicts", sample)).isZero();
    JsonNode figures = new ObjectMapper().readTree(out.toString());
    assertThat(figures.path("precision").path("share").asDouble()).isBetween(0.9, 0.999);
    assertThat(figures.path("precision").path("from").asDouble()).isLessThan(0.95);
    assertThat(figures.path("bands").isEmpty()).isFalse();
    Files.writeString(sample, lines.get(0) + "\nx" + lines.get(1) + "same\n");
    assertThat(run("assess", "--from", links, "--verdicts", sample)).isEqualTo(1);
    assertThat(run("sample", "--from", left, "--out", sample)).isEqualTo(1);
    assertThat(err.toString()).contains("not a file of links");
  }
}
