package org.censusflow.sample.population;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts while files are written. */
final class SampleCounts {

  private long persons;
  private long rows;
  private final Map<SampleSupply, Long> records = new EnumMap<>(SampleSupply.class);
  private final Map<SampleSupply, Long> pairs = new EnumMap<>(SampleSupply.class);
  private final Map<String, Long> differences = new TreeMap<>();
  private final Map<String, Long> pairErrors = new TreeMap<>();

  void persons(int more) {
    persons += more;
  }

  long nextRow() {
    return ++rows;
  }

  long nextRecord(SampleSupply supply) {
    return records.merge(supply, 1L, Long::sum);
  }

  void pair(SampleSupply supply) {
    pairs.merge(supply, 1L, Long::sum);
  }

  void difference(String type) {
    differences.merge(type, 1L, Long::sum);
  }

  void pairError(String kind) {
    pairErrors.merge(kind, 1L, Long::sum);
  }

  SampleSummary summary() {
    return new SampleSummary(persons, rows, byKey(records), byKey(pairs), differences, pairErrors);
  }

  private static Map<String, Long> byKey(Map<SampleSupply, Long> counts) {
    Map<String, Long> byKey = new LinkedHashMap<>();
    counts.forEach((supply, count) -> byKey.put(supply.key, count));
    return byKey;
  }
}
