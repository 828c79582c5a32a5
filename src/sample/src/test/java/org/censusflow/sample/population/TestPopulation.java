package org.censusflow.sample.population;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A population that tests share: written once, read by an independent CSV parser. */
final class TestPopulation {

  private static TestPopulation district;

  final Path directory;
  final SampleSummary summary;
  final List<NamedCsvRecord> census;
  final List<NamedCsvRecord> differences;

  TestPopulation(SampleOptions options) {
    try {
      directory = Files.createTempDirectory("censusflow-sample");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    directory.toFile().deleteOnExit();
    summary = SamplePopulation.generate(options).writeTo(directory);
    census = read("census.csv");
    differences = read("truth-differences.csv");
    for (String name : directory.toFile().list()) {
      directory.resolve(name).toFile().deleteOnExit();
    }
  }

  static synchronized TestPopulation district() {
    if (district == null) {
      district = new TestPopulation(SampleOptions.of(20_000, 80, 7));
    }
    return district;
  }

  List<NamedCsvRecord> read(String name) {
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().ofNamedCsvRecord(directory.resolve(name))) {
      return reader.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Map<String, NamedCsvRecord> index(List<NamedCsvRecord> records, String key) {
    Map<String, NamedCsvRecord> index = new TreeMap<>();
    for (NamedCsvRecord one : records) {
      if (index.put(one.getField(key), one) != null) {
        throw new AssertionError("twice: " + one.getField(key));
      }
    }
    return index;
  }
}
