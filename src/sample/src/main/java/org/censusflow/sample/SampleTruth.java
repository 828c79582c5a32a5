package org.censusflow.sample;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the generator put into the sample population: every anomaly, and what a visit would find out
 * about it.
 */
public final class SampleTruth {

  private final List<Anomaly> anomalies;
  private final Map<String, Anomaly> byKey = new HashMap<>();

  private SampleTruth(List<Anomaly> anomalies) {
    this.anomalies = List.copyOf(anomalies);
    anomalies.forEach(
        anomaly -> {
          if (!anomaly.rowId().isEmpty()) {
            byKey.put(rowKey(anomaly.difference(), anomaly.rowId()), anomaly);
          }
          if (!anomaly.recordId().isEmpty()) {
            byKey.put(
                recordKey(anomaly.difference(), anomaly.supply(), anomaly.recordId()), anomaly);
          }
        });
  }

  /**
   * One injected anomaly.
   *
   * @param difference its class, D01 to D12
   * @param rowId the census row that it is about; empty when there is none
   * @param supply register with {@code recordId}; empty when the census row alone shows it
   * @param outcome what a visit would find, an outcome code
   * @param detail the true values, as key=value pairs separated by semicolons
   */
  public record Anomaly(
      String difference,
      String rowId,
      String supply,
      String recordId,
      String block,
      String outcome,
      String detail) {

    /** A true value by its name. */
    public Optional<String> value(String name) {
      for (String pair : detail.split(";")) {
        if (pair.startsWith(name + "=")) {
          return Optional.of(pair.substring(name.length() + 1));
        }
      }
      return Optional.empty();
    }
  }

  public static SampleTruth read(Path file) throws IOException {
    List<Anomaly> anomalies = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : csv) {
        anomalies.add(
            new Anomaly(
                row.getField("class"),
                row.getField("row_id"),
                row.getField("supply"),
                row.getField("record_id"),
                row.getField("block"),
                row.getField("outcome"),
                row.getField("detail")));
      }
    }
    return new SampleTruth(anomalies);
  }

  public List<Anomaly> anomalies() {
    return anomalies;
  }

  public Optional<Anomaly> ofRow(String difference, String rowId) {
    return Optional.ofNullable(byKey.get(rowKey(difference, rowId)));
  }

  public Optional<Anomaly> ofRecord(String difference, String supply, String recordId) {
    return Optional.ofNullable(byKey.get(recordKey(difference, supply, recordId)));
  }

  private static String rowKey(String difference, String rowId) {
    return difference + "/" + rowId;
  }

  private static String recordKey(String difference, String supply, String recordId) {
    return difference + "/" + supply + "/" + recordId;
  }
}
