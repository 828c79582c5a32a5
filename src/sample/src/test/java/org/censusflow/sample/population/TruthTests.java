package org.censusflow.sample.population;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TruthTests {

  private static final Map<String, Set<String>> OUTCOMES =
      Map.ofEntries(
          Map.entry("D01", Set.of("added", "lives-elsewhere", "dead", "emigrated", "not-found")),
          Map.entry("D02", Set.of("added", "non-resident", "dead")),
          Map.entry("D03", Set.of("removed", "kept")),
          Map.entry("D04", Set.of("merged", "kept")),
          Map.entry("D05", Set.of("paired", "kept")),
          Map.entry("D06", Set.of("corrected", "kept")),
          Map.entry("D07", Set.of("corrected", "none-held")),
          Map.entry("D08", Set.of("removed", "corrected")),
          Map.entry("D09", Set.of("merged", "kept")),
          Map.entry("D10", Set.of("added", "non-resident", "not-found")),
          Map.entry("D11", Set.of("moved-form", "kept")),
          Map.entry("D12", Set.of("moved-block", "kept")));

  private final TestPopulation sample = TestPopulation.district();

  @ParameterizedTest
  @ValueSource(longs = {7, 8, 777})
  void theFilesHoldTheDifferencesOfTheTruthAndNoOthers(long seed) {
    SampleOptions xiangshan = SampleOptions.of(20_000, 80, seed).with(SampleDistrict.xiangshan());
    TestPopulation one = seed == 7 ? sample : new TestPopulation(xiangshan);
    Set<String> unnamed = Oracle.findings(one);
    Set<String> unfounded = keys(one);
    Set<String> findings = Set.copyOf(unnamed);
    unnamed.removeAll(unfounded);
    unfounded.removeAll(findings);
    assertThat(unnamed).as("differences that the truth does not name").isEmpty();
    assertThat(unfounded).as("named differences that the files do not show").isEmpty();
  }

  @Test
  void aDistrictWithoutDifferencesHasNone() {
    ErrorModel model = ErrorModel.defaults();
    ErrorModel clean =
        new ErrorModel(model.composition(), model.registers(), Map.of(), model.linkage());
    TestPopulation one = new TestPopulation(SampleOptions.of(20_000, 80, 9).with(clean));
    assertThat(one.differences).isEmpty();
    assertThat(Oracle.findings(one)).isEmpty();
  }

  @Test
  void everyClassOccursAtItsRateAndAboutThreeInAHundredPeopleHaveADifference() {
    ErrorModel.defaults()
        .differences()
        .forEach(
            (type, rate) -> {
              double expected = rate * sample.summary.persons();
              assertThat((double) sample.summary.differences().get(type))
                  .as(type)
                  .isBetween(expected * 0.85 - 2, expected * 1.1 + 2);
            });
    double share = (double) sample.summary.differenceCount() / sample.summary.persons();
    assertThat(share).isBetween(0.028, 0.034);
  }

  @Test
  void outcomesAreThoseOfTheirClass() {
    Set<String> seen = new TreeSet<>();
    for (NamedCsvRecord line : sample.differences) {
      assertThat(OUTCOMES.get(line.getField("class"))).contains(line.getField("outcome"));
      seen.add(line.getField("class") + line.getField("outcome"));
    }
    assertThat(seen).contains("D01dead", "D02added", "D03kept", "D07none-held", "D10non-resident");
  }

  @Test
  void blocksOfTheTruthExistAndAreThoseOfTheRow() {
    Map<String, NamedCsvRecord> rows = TestPopulation.index(sample.census, "row_id");
    Map<String, NamedCsvRecord> blocks = TestPopulation.index(sample.read("blocks.csv"), "block");
    for (NamedCsvRecord line : sample.differences) {
      assertThat(blocks).containsKey(line.getField("block"));
      NamedCsvRecord row = rows.get(line.getField("row_id"));
      if (row != null) {
        assertThat(row.getField("block")).isEqualTo(line.getField("block"));
      }
    }
  }

  @Test
  void nobodyHasTwoDifferences() {
    Set<String> seen = new HashSet<>();
    for (NamedCsvRecord line : sample.differences) {
      if (!line.getField("row_id").isEmpty()) {
        assertThat(seen.add(line.getField("row_id"))).isTrue();
      }
      if (!line.getField("record_id").isEmpty()) {
        assertThat(seen.add(line.getField("record_id"))).isTrue();
      }
    }
  }

  @Test
  void truePairsNameRowsAndRecordsThatExistAndSayTheSame() {
    Map<String, NamedCsvRecord> rows = TestPopulation.index(sample.census, "row_id");
    Set<String> different = new HashSet<>();
    for (NamedCsvRecord line : sample.differences) {
      different.add(line.getField("row_id"));
    }
    for (String supply : SampleOptions.ALL_SUPPLIES) {
      Map<String, NamedCsvRecord> records =
          TestPopulation.index(sample.read(supply + ".csv"), "record_id");
      for (NamedCsvRecord pair : sample.read("truth-" + supply + ".csv")) {
        NamedCsvRecord row = rows.get(pair.getField("left_id"));
        NamedCsvRecord record = records.get(pair.getField("right_id"));
        assertThat(row).isNotNull();
        assertThat(record).isNotNull();
        if (!different.contains(row.getField("row_id"))) {
          assertThat(Oracle.nameKey(row)).isEqualTo(Oracle.nameKey(record));
          assertThat(row.getField("birth_date")).isEqualTo(record.getField("birth_date"));
        }
      }
    }
  }

  @Test
  void registersKnowWhatHappenedAfterTheReferenceTime() {
    String reference = "2020-11-01";
    assertThat(values("births.csv", "birth_date")).anyMatch(d -> d.compareTo(reference) >= 0);
    assertThat(values("deaths.csv", "death_date")).anyMatch(d -> d.compareTo(reference) >= 0);
    assertThat(values("deaths.csv", "death_date")).anyMatch(d -> d.compareTo(reference) < 0);
    String register = "household-register.csv";
    assertThat(values(register, "as_of")).containsOnly("2020-11-20");
    assertThat(values(register, "birth_date")).anyMatch(d -> d.compareTo(reference) >= 0);
    assertThat(values(register, "status")).containsOnly("normal", "cancelled");
  }

  private Set<String> values(String file, String field) {
    Set<String> values = new TreeSet<>();
    sample.read(file).forEach(record -> values.add(record.getField(field)));
    return values;
  }

  private static Set<String> keys(TestPopulation sample) {
    Map<String, NamedCsvRecord> rows = new HashMap<>(TestPopulation.index(sample.census, "row_id"));
    Set<String> keys = new TreeSet<>();
    for (NamedCsvRecord line : sample.differences) {
      String type = line.getField("class");
      String row = line.getField("row_id");
      String detail = line.getField("detail");
      if (type.equals("D04") || type.equals("D09")) {
        String other = detail.substring(detail.indexOf('=') + 1);
        keys.add(
            type
                + " "
                + Oracle.person(
                    List.of(
                        new Oracle.Entry("census", rows.get(row)),
                        new Oracle.Entry("census", rows.get(other)))));
      } else {
        String record = line.getField("supply") + "/" + line.getField("record_id");
        keys.add(type + " " + (row.isEmpty() ? record : row));
      }
    }
    return keys;
  }
}
