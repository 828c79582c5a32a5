package org.censusflow.registration.form;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One version of a code table.
 *
 * @param key such as {@code ethnicity}
 * @param name what staff call it
 * @param standard the state standard or form item that binds
 * @param source where the codes were read
 * @param from first day on which it is in force
 * @param until last day; null while it is in force
 * @param codes Chinese meaning by code, in the table's order
 */
public record CodeTable(
    @JsonProperty("key") String key,
    @JsonProperty("name") String name,
    @JsonProperty("standard") String standard,
    @JsonProperty("source") String source,
    @JsonProperty("from") LocalDate from,
    @JsonProperty("until") LocalDate until,
    @JsonProperty("codes") Map<String, String> codes) {

  public CodeTable {
    codes = Collections.unmodifiableMap(new LinkedHashMap<>(codes));
  }

  boolean inForce(LocalDate day) {
    return !day.isBefore(from) && (until == null || !day.isAfter(until));
  }

  boolean has(String code) {
    return codes.containsKey(code);
  }
}
