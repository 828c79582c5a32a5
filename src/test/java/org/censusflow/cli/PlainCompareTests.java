package org.censusflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PlainCompareTests {

  @Test
  void twoCsvFilesAndTheirOptionsArePlain() {
    CompareOptions options =
        PlainCompare.parse(
            "compare --left a.csv --right b.csv --truth t.csv --out o.csv --json".split(" "));
    assertThat(options.left).isEqualTo(Path.of("a.csv"));
    assertThat(options.right).isEqualTo(Path.of("b.csv"));
    assertThat(options.truth).isEqualTo(Path.of("t.csv"));
    assertThat(options.out).isEqualTo(Path.of("o.csv"));
    assertThat(options.json).isTrue();
  }

  @Test
  void whateverNeedsALibraryOrAnErrorMessageIsNotPlain() {
    assertNotPlain("compare");
    assertNotPlain("compare --help");
    assertNotPlain("compare --left a.csv");
    assertNotPlain("compare --left a.csv --right");
    assertNotPlain("compare --left a.csv --right --json");
    assertNotPlain("compare --left a.csv --right b.xlsx");
    assertNotPlain("compare --left=a.csv --right=b.csv");
    assertNotPlain("compare --left a.csv --right b.csv --spec febrl");
    assertNotPlain("compare --left a.csv --right b.csv --model m.yaml");
    assertNotPlain("compare --left a.csv --right b.csv --lefft c.csv");
  }

  private static void assertNotPlain(String line) {
    assertThat(PlainCompare.parse(line.split(" "))).as(line).isNull();
  }
}
