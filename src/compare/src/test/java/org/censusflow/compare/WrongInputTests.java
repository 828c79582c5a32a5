package org.censusflow.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/**
 * What is not understood is said, ends the run or stands in the report; nothing is wrong in
 * silence.
 */
class WrongInputTests {

  private static final String GOOD =
      "id,name,birth_date,sex\n1,王伟,1980-01-02,1\n2,李娜,1990-03-04,2\n3,张强,1970-05-06,1\n";
  private static final String SPEC =
      """
      fields:
        - {name: id, role: key}
        - {name: name, role: name}
        - {name: birth_date, role: date}
        - {name: sex, role: sex}
      blocking: [name + birth_date.year]
      """;

  @TempDir private Path folder;
  private Path left;
  private Path right;
  private Path spec;
  private String said;
  private String printed;

  @BeforeEach
  void goodFiles() throws IOException {
    left = file("left.csv", GOOD);
    right = file("right.csv", GOOD);
    spec = file("spec.yaml", SPEC);
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private int run(Object... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        new CommandLine(new CompareCommand())
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(Arrays.stream(args).map(Object::toString).toArray(String[]::new));
    said = err.toString();
    printed = out.toString();
    assertThat(said).doesNotContain("\tat ").doesNotContain("fault of the program");
    return code;
  }

  private int compare(Object... more) {
    return run(
        Stream.concat(
                Stream.<Object>of("--left", left, "--right", right, "--spec", spec),
                Arrays.stream(more))
            .toArray());
  }

  private JsonNode report(Object... more) throws IOException {
    assertThat(compare(Stream.concat(Stream.of("--json"), Arrays.stream(more)).toArray())).isZero();
    return new ObjectMapper().readTree(printed);
  }

  @ParameterizedTest
  @CsvSource({
    "^, no column of the spec",
    "%, no column of the spec",
  })
  void anUnknownSeparatorEndsTheRun(String separator, String words) throws IOException {
    left = file("left.csv", GOOD.replace(",", separator));
    assertThat(compare()).isEqualTo(1);
    assertThat(said).contains(words).contains("semicolon");
  }

  @Test
  void filesOfAnotherKindEndTheRunWithWhatToDo() throws IOException {
    left = file("left.csv", "");
    assertThat(compare()).isEqualTo(1);
    assertThat(said).contains("the file is empty");
    left = Files.write(folder.resolve("left.csv"), new byte[] {0x1f, (byte) 0x8b, 8, 0});
    assertThat(compare()).isEqualTo(1);
    left = file("left.csv", "<html><table>\n</table></html>");
    assertThat(compare()).isEqualTo(1);
    left = folder.resolve("none.csv");
    assertThat(compare()).isEqualTo(1);
    assertThat(said).contains("none.csv: there is no such file");
    left = folder;
    assertThat(compare()).isEqualTo(1);
    assertThat(said).contains("a folder, not a file");
  }

  @Test
  void aHeadThatIsMissingOrWrongEndsTheRun() throws IOException {
    left = file("left.csv", GOOD.substring(GOOD.indexOf('\n') + 1));
    assertThat(compare()).isEqualTo(1);
    assertThat(said).contains("Its first line must name the columns");
  }

  @Test
  void aColumnThatIsMissingStandsInTheReport() throws IOException {
    left = file("left.csv", GOOD.replace("sex", "gender").replace("id,", "number,"));
    assertThat(report().path("warnings").toString())
        .contains("no column for 'sex' (looked for sex); it is not compared")
        .contains("no column for 'id' (looked for id); its rows are numbered from 1");
    assertThat(printed).contains("\"encoding\":\"UTF-8\"").contains("\"separator\":\"comma\"");
  }

  @Test
  void rulesThatCanFindNothingEndTheRun() throws IOException {
    left = file("left.csv", GOOD.replace("birth_date", "born"));
    assertThat(compare()).isEqualTo(1);
    assertThat(said).contains("no blocking rule has all its columns");
  }

  @Test
  void valuesThatCannotBeReadAreCounted() throws IOException {
    left = file("left.csv", GOOD.replace("1980-01-02", "44136").replace("1990-03-04", "05-JAN-90"));
    assertThat(report().path("leftRead").path("notUnderstood").path("birth_date").asInt())
        .isEqualTo(2);
    assertThat(said).contains("2 values of 'birth_date' say nothing");
  }

  @Test
  void noLinkIsNeverAPerfectResult() throws IOException {
    right = file("right.csv", GOOD.replaceAll("(?<=-\\d\\d-)0", "1").replaceAll("19", "20"));
    Path truth = file("truth.csv", "l,r\n1,1\n2,2\n");
    JsonNode report = report("--truth", truth);
    assertThat(report.path("f1").asDouble(1)).isZero();
    assertThat(report.path("precision").isNull()).isTrue();
    assertThat(said).contains("no link was found");
  }

  @Test
  void truePairsThatNobodyKnowsAreMissed() throws IOException {
    left = file("left.csv", GOOD.replace("2,李娜,1990-03-04,2", "2,李娜,1990-03-04,2,x,y"));
    JsonNode report = report("--truth", file("truth.csv", "1,1\n2,2\n3,3\n"));
    assertThat(report.path("truePairs").asInt()).isEqualTo(3);
    assertThat(report.path("unknownTruePairs").asInt()).isEqualTo(1);
    assertThat(report.path("missed").asInt()).isGreaterThanOrEqualTo(1);
    assertThat(report.path("recall").asDouble()).isLessThan(1);
    assertThat(said).contains("1 pairs of the truth have a key that no compared row has");
  }

  @Test
  void aTruthOfOtherFilesEndsTheRun() throws IOException {
    assertThat(compare("--truth", file("truth.csv", "l,r\nx,y\n"))).isEqualTo(1);
    assertThat(said).contains("no pair of it is in the two files");
    assertThat(compare("--truth", file("truth.csv", "pairs\n1\n"))).isEqualTo(1);
    assertThat(said).contains("a truth file has two columns");
  }

  @Test
  void anInputIsNeverOverwritten() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link.csv"), right);
    for (Path out : new Path[] {left, right, spec, link}) {
      assertThat(compare("--out", out)).isEqualTo(1);
      assertThat(said).contains("would overwrite");
    }
    assertThat(left).hasContent(GOOD);
    Path twice = folder.resolve("twice");
    assertThat(compare("--out", twice, "--save-model", twice)).isEqualTo(1);
    assertThat(compare("--out", folder.resolve("none").resolve("links.csv"))).isEqualTo(1);
    assertThat(said).contains("its folder does not exist");
  }

  @Test
  void aRunThatFailsLeavesTheOldLinks() throws IOException {
    Path out = file("links.csv", "old");
    left = file("left.csv", "x\n1\n");
    assertThat(compare("--out", out)).isEqualTo(1);
    assertThat(out).hasContent("old");
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void keysWithSeparatorsAreQuoted() throws IOException {
    left = file("left.csv", GOOD.replace("1,王伟", "\"a,\"\"b\"\"\",王伟"));
    Path out = folder.resolve("links.csv");
    assertThat(compare("--out", out)).isZero();
    assertThat(Files.readString(out)).contains("\n\"a,\"\"b\"\"\",1,");
  }

  @Test
  void whatWasNotThereIsNotCalledEqual() throws IOException {
    left = file("left.csv", GOOD.replace("1980-01-02,1", "1980-01-02,"));
    Path out = folder.resolve("links.csv");
    assertThat(compare("--out", out)).isZero();
    assertThat(Files.readAllLines(out))
        .anyMatch(line -> line.startsWith("1,1,") && line.endsWith("各项有值的相同"))
        .anyMatch(line -> line.startsWith("2,2,") && line.endsWith("各项相同"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name + birth_date.year | name.year | year is not for the role name",
        "name + birth_date.year | birth_date.entrance | entrance is not for the role date",
        "name + birth_date.year | name.prefix | prefix needs a length",
        "name + birth_date.year | nobody | no field 'nobody'",
        "name + birth_date.year | + | names no field",
        "role: sex | role: sex, levels: [{exact: a}, {within 3: b}] | within is not for the role sex",
        "role: sex | role: gender | 'gender' is none of",
        "role: sex | role: sex, compare: nein | neither true nor false",
        "role: sex | role: name, levels: [{exact: a}, {edits: b}] | edits needs a whole number",
        "role: sex | role: name, levels: [{exact: a}, {words 7: b}] | words needs a share",
        "{name: sex | {name: name | two fields are called 'name'",
        "blocking: | 'match: hoch\nblocking:' | 'hoch' is not a number",
        "blocking: | 'name: a\nname: b\nblocking:' | Duplicate field 'name'",
        "blocking: | 'x: [\nblocking:' | spec",
      })
  void aSpecThatCannotBeCarriedOutIsRefused(String from, String to, String words)
      throws IOException {
    file("spec.yaml", SPEC.replace(from, to));
    assertThat(compare()).isEqualTo(1);
    assertThat(said).contains(words);
  }

  @Test
  void tooManyFieldsAreRefused() throws IOException {
    StringBuilder fields = new StringBuilder("fields:\n");
    for (int i = 0; i < 60; i++) {
      fields.append("  - {name: f").append(i).append(", role: name}\n");
    }
    file("spec.yaml", fields + "blocking: [f0]\n");
    assertThat(compare()).isEqualTo(1);
    assertThat(said).contains("too many fields and levels");
  }

  @Test
  void optionsThatMakeNoSenseAreRefusedByName() throws IOException {
    assertThat(compare("--threads", 0)).isEqualTo(1);
    assertThat(said).contains("--threads must be 1 or more");
    assertThat(compare("--model", file("m.yaml", "a: b"))).isEqualTo(1);
    assertThat(said).contains("--model");
    assertThat(run("--left", left, "--right", right, "--spec", "nope")).isEqualTo(1);
    assertThat(said).contains("neither a file nor one of the built-in");
  }

  private void crowd(int rows) throws IOException {
    StringBuilder crowd = new StringBuilder("id,name,birth_date,sex\n");
    for (int i = 0; i < rows; i++) {
      int day = i % 28 + 1;
      crowd.append("%d,王伟,1980-%02d-%02d,%d\n".formatted(i, i / 28 % 12 + 1, day, i % 2 + 1));
    }
    left = file("left.csv", crowd.toString());
    right = file("right.csv", crowd.toString());
  }

  @Test
  void aBlockThatIsTooLargeIsComparedByAFinerKeyAndStandsInTheReport() throws IOException {
    crowd(2_100);
    file("spec.yaml", SPEC.replace("name + birth_date.year", "name"));
    JsonNode report = report();
    JsonNode rule = report.path("blocking").path("name");
    assertThat(rule.path("rowsPassedOver").asInt()).isEqualTo(2_100);
    assertThat(rule.path("cumulative").asLong()).isBetween(2_100L, 2_100L * 2_100L / 2);
    assertThat(said).contains("blocking rule 'name': 2100 rows met a block of more than 2,000");
  }

  @Test
  void moreComparisonsThanAllowedEndTheRunWithAdvice() throws IOException {
    crowd(600);
    assertThat(compare("--max-pairs", 10_000)).isEqualTo(1);
    assertThat(said)
        .contains("more than 10,000 pairs to compare; most by the rule 'name + birth_date.year'")
        .contains("give it a further part");
    assertThat(compare("--max-pairs", 1_000_000)).isZero();
  }

  @Test
  void whatASearchForDuplicatesWouldPassOverIsRefused() {
    assertThat(run("--dedupe", left, "--spec", spec, "--save-model", folder.resolve("m.yaml")))
        .isEqualTo(1);
    assertThat(said).contains("are not for --dedupe");
  }
}
