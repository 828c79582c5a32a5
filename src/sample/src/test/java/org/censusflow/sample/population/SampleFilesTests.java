package org.censusflow.sample.population;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleFilesTests {

  private final TestPopulation sample = TestPopulation.district();

  @Test
  void theSameSeedGivesTheSameBytesInAnyLocaleAndTimeZone(@TempDir Path other) throws IOException {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-SA-u-nu-arab"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      SamplePopulation.generate(SampleOptions.of(20_000, 80, 7)).writeTo(other);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
    try (var files = Files.list(other)) {
      for (Path file : files.toList()) {
        assertThat(Files.mismatch(file, sample.directory.resolve(file.getFileName())))
            .as(file.getFileName().toString())
            .isEqualTo(-1);
      }
    }
    assertThat(other.toFile().list()).hasSameSizeAs(sample.directory.toFile().list());
  }

  @Test
  void anotherSeedGivesAnotherPopulation(@TempDir Path other) throws IOException {
    SamplePopulation.generate(SampleOptions.of(500, 2, 8)).writeTo(other);
    SampleSummary again = SamplePopulation.generate(SampleOptions.of(500, 2, 9)).writeTo(other);
    assertThat(again.persons()).isBetween(500L, 510L);
    Path third = Files.createDirectory(other.resolve("third"));
    SamplePopulation.generate(SampleOptions.of(500, 2, 8)).writeTo(third);
    assertThat(Files.mismatch(other.resolve("census.csv"), third.resolve("census.csv")))
        .isNotEqualTo(-1);
  }

  @Test
  void aFileOfEachSupplyHasItsColumnsAndAllItsRecordsAreUnique() throws IOException {
    Set<String> ids = new HashSet<>();
    for (SampleSupply supply : SampleSupply.values()) {
      List<NamedCsvRecord> records = sample.read(supply.key + ".csv");
      assertThat(Files.readAllLines(sample.directory.resolve(supply.key + ".csv")).get(0))
          .isEqualTo(supply.header);
      assertThat(records).as(supply.key).hasSizeGreaterThan(10);
      assertThat((long) records.size()).isEqualTo(sample.summary.records().get(supply.key));
      records.forEach(record -> assertThat(ids.add(record.getField("record_id"))).isTrue());
    }
    assertThat(TestPopulation.index(sample.census, "row_id"))
        .hasSize((int) sample.summary.censusRows());
  }

  @Test
  void onlyTheSuppliesAskedForAreWritten(@TempDir Path other) {
    SampleOptions options = SampleOptions.of(500, 2, 7).with(Set.of("births"));
    SamplePopulation.generate(options).writeTo(other);
    assertThat(other.toFile().list())
        .containsExactlyInAnyOrder(
            "census.csv",
            "blocks.csv",
            "births.csv",
            "truth-births.csv",
            "truth-differences.csv",
            "errors-household-register.csv");
  }

  @Test
  void quotesCommasAndCharactersOutsideTheBmpComeBack() {
    List<String> organisations =
        sample.read("social-insured.csv").stream().map(r -> r.getField("organisation")).toList();
    assertThat(organisations).anyMatch(name -> name.contains(","));
    assertThat(organisations).anyMatch(name -> name.startsWith("\"样例\""));
    List<String> names = sample.census.stream().map(row -> row.getField("name")).toList();
    assertThat(names).anyMatch(name -> name.length() > name.codePointCount(0, name.length()));
    assertThat(names).anyMatch(name -> name.contains("\u00B7"));
    assertThat(names).noneMatch(name -> name.contains("\uFFFD"));
  }

  @Test
  void eachPersonStandsOnALineOfItsOwnInAHousehold() {
    Set<String> places = new HashSet<>();
    for (NamedCsvRecord row : sample.census) {
      String place =
          row.getField("block")
              + "/"
              + row.getField("household_no")
              + "/"
              + row.getField("line_no");
      assertThat(places.add(place)).as(place).isTrue();
    }
  }

  @Test
  void noAddressPrefixIsTheBeginningOfAnother() {
    for (int count : new int[] {1, 80, 20_000}) {
      AreaPlan plan = new AreaPlan(SampleDistrict.haicang(), count, new Rng(1, 1));
      List<String> prefixes = new ArrayList<>();
      Set<String> codes = new HashSet<>();
      for (SampleBlock block : plan.blocks()) {
        prefixes.add(block.prefix);
        assertThat(codes.add(block.code)).isTrue();
        assertThat(block.code).hasSize(15).startsWith(block.subdistrict.code());
      }
      prefixes.sort(null);
      for (int i = 1; i < prefixes.size(); i++) {
        assertThat(prefixes.get(i)).doesNotStartWith(prefixes.get(i - 1));
      }
    }
  }

  @Test
  void everyDwellingHasAnAddressOfItsOwn() {
    AreaPlan plan = new AreaPlan(SampleDistrict.xiangshan(), 40, new Rng(1, 1));
    for (SampleBlock block : plan.blocks()) {
      Set<String> addresses = new HashSet<>();
      for (int household = 1; household < 400; household++) {
        assertThat(addresses.add(block.dwelling(household).full())).isTrue();
      }
    }
  }

  @Test
  void registersWriteShorterAddressesOldNumbersAndOtherDots() {
    Map<String, NamedCsvRecord> rows = TestPopulation.index(sample.census, "row_id");
    Map<String, NamedCsvRecord> records =
        TestPopulation.index(sample.read("household-register.csv"), "record_id");
    int shorter = 0;
    int old = 0;
    int dots = 0;
    List<NamedCsvRecord> pairs = sample.read("truth-household-register.csv");
    for (NamedCsvRecord pair : pairs) {
      NamedCsvRecord row = rows.get(pair.getField("left_id"));
      NamedCsvRecord record = records.get(pair.getField("right_id"));
      shorter += row.getField("address").length() > record.getField("address").length() ? 1 : 0;
      old += record.getField("id_number").length() == 15 ? 1 : 0;
      boolean dotted = row.getField("name").contains("\u00B7");
      dots += dotted && !record.getField("name").contains("\u00B7") ? 1 : 0;
    }
    assertThat((double) shorter / pairs.size()).isBetween(0.18, 0.32);
    assertThat(old).isPositive();
    assertThat(dots).isPositive();
  }
}
