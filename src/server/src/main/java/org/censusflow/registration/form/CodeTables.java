package org.censusflow.registration.form;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.LocalDate;
import java.util.List;

/** All versions of all code tables, from {@code registration/codes.yaml}. */
public final class CodeTables {

  private final List<CodeTable> tables;

  CodeTables(List<CodeTable> tables) {
    this.tables = List.copyOf(tables);
  }

  static CodeTables load() {
    return new CodeTables(
        Resources.yaml("/registration/codes.yaml", new TypeReference<List<CodeTable>>() {}));
  }

  /** Every version, in the file's order. */
  public List<CodeTable> all() {
    return tables;
  }

  /**
   * The version in force on a day.
   *
   * @throws IllegalArgumentException when there is none
   */
  public CodeTable at(String key, LocalDate day) {
    return tables.stream()
        .filter(table -> table.key().equals(key) && table.inForce(day))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("No code table " + key + " in force on " + day));
  }
}
