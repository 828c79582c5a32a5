package org.censusflow.registration.form;

/** What a failed check does. */
public enum Severity {
  /** The row is refused: it cannot be true, or it cannot be stored. */
  ERROR("强制"),
  /** The row is kept as answered and waits to be verified with the household. */
  QUERY("核实");

  private final String label;

  Severity(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
