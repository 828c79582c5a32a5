package org.censusflow.sample.population;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LinkagePresetTests {

  private static TestPopulation sample;
  private static Map<String, NamedCsvRecord> rows;
  private static Map<String, NamedCsvRecord> records;
  private static List<NamedCsvRecord> pairs;
  private static final Map<String, String> kinds = new HashMap<>();

  @BeforeAll
  static void write() {
    sample =
        new TestPopulation(
            SampleOptions.of(60_000, 240, 5)
                .with(ErrorModel.preset("linkage"))
                .with(Set.of("household-register")));
    rows = TestPopulation.index(sample.census, "row_id");
    records = TestPopulation.index(sample.read("household-register.csv"), "record_id");
    pairs = sample.read("truth-household-register.csv");
    for (NamedCsvRecord error : sample.read("errors-household-register.csv")) {
      kinds.put(
          error.getField("left_id") + "-" + error.getField("right_id"), error.getField("kind"));
    }
  }

  @Test
  void sharesAreThoseOfTheErrorModel() {
    // A tenth of the figures measured with 600,000 x 600,000 rows.
    assertThat(rows.size()).isBetween(59_800, 60_400);
    assertThat(records.size()).isBetween(59_700, 60_300);
    assertThat(pairs.size()).isBetween(58_000, 58_600);
    assertThat(pairs.size() - kinds.size()).isBetween(53_300, 54_200);
    assertThat(count("id-missing")).isBetween(1_480L, 1_580L);
    assertThat(count("id-mistyped")).isBetween(1_490L, 1_600L);
    assertThat(count("id-swapped")).isBetween(55L, 66L);
    assertThat(count("duplicate")).isBetween(110L, 120L);
    long fields = kinds.values().stream().filter(k -> k.matches("(name|birth|sex|ethn).*")).count();
    assertThat(fields).isBetween(1_190L, 1_290L);
    long both =
        kinds.values().stream().filter(k -> k.startsWith("id-m") && k.contains("+")).count();
    assertThat((double) both / (count("id-missing") + count("id-mistyped"))).isBetween(0.26, 0.34);
  }

  @Test
  void pairsWithoutAnErrorAgreeAndPairsWithOneDiffer() {
    for (NamedCsvRecord pair : pairs) {
      NamedCsvRecord row = rows.get(pair.getField("left_id"));
      NamedCsvRecord record = records.get(pair.getField("right_id"));
      String kind = kinds.get(pair.getField("left_id") + "-" + pair.getField("right_id"));
      boolean sameId = row.getField("id_number").equals(record.getField("id_number"));
      boolean expected = kind == null || !kind.startsWith("id-");
      assertThat(sameId).as(kind).isEqualTo(expected);
      boolean same =
          Oracle.nameKey(row).equals(Oracle.nameKey(record))
              && row.getField("birth_date").equals(record.getField("birth_date"))
              && row.getField("sex").equals(record.getField("sex"))
              && row.getField("ethnicity").equals(record.getField("ethnicity"));
      boolean differs = kind != null && kind.matches("(.*\\+)?(name|birth|sex|ethn).*");
      assertThat(same).as(kind).isEqualTo(!differs);
    }
  }

  @Test
  void swappedNumbersStayInTheHousehold() {
    Map<String, String> households = new HashMap<>();
    rows.values()
        .forEach(row -> households.put(row.getField("id_number"), row.getField("address")));
    kinds.forEach(
        (pair, kind) -> {
          if (kind.equals("id-swapped")) {
            NamedCsvRecord record = records.get(pair.substring(pair.indexOf('-') + 1));
            NamedCsvRecord row = rows.get(pair.substring(0, pair.indexOf('-')));
            assertThat(CitizenNumbers.valid(record.getField("id_number"))).isTrue();
            assertThat(households.get(record.getField("id_number")))
                .isEqualTo(row.getField("address"));
          }
        });
  }

  @Test
  void everyRowWithoutAPairIsOneThatStandsOnOneSideOnly() {
    Set<String> left = new HashSet<>();
    Set<String> right = new HashSet<>();
    pairs.forEach(
        pair -> {
          left.add(pair.getField("left_id"));
          right.add(pair.getField("right_id"));
        });
    assertThat((rows.size() - left.size()) / (double) rows.size()).isBetween(0.028, 0.033);
    assertThat((records.size() - right.size()) / (double) records.size()).isBetween(0.028, 0.033);
    assertThat(rows.keySet().containsAll(left)).isTrue();
    assertThat(records.keySet().containsAll(right)).isTrue();
  }

  private static long count(String kind) {
    return kinds.values().stream().filter(k -> k.startsWith(kind)).count();
  }
}
