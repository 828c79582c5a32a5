package org.censusflow.sample.population;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a population's files hold.
 *
 * @param persons persons with a row in the census
 * @param censusRows rows of census.csv
 * @param records records by supply
 * @param pairs true pairs of a census row and a record, by supply
 * @param differences lines of truth-differences.csv by class
 * @param pairErrors lines of errors-household-register.csv by kind
 */
public record SampleSummary(
    long persons,
    long censusRows,
    Map<String, Long> records,
    Map<String, Long> pairs,
    Map<String, Long> differences,
    Map<String, Long> pairErrors) {

  public SampleSummary {
    records = Collections.unmodifiableMap(new LinkedHashMap<>(records));
    pairs = Collections.unmodifiableMap(new LinkedHashMap<>(pairs));
    differences = Collections.unmodifiableMap(new LinkedHashMap<>(differences));
    pairErrors = Collections.unmodifiableMap(new LinkedHashMap<>(pairErrors));
  }

  /** Lines of truth-differences.csv. */
  public long differenceCount() {
    return differences.values().stream().mapToLong(Long::longValue).sum();
  }
}
