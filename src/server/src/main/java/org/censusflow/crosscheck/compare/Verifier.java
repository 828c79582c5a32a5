package org.censusflow.crosscheck.compare;

/**
 * Who goes after a difference, or reviews what was found, in rising rank; the decision table says
 * which.
 */
public enum Verifier {
  ENUMERATOR("enumerator", "普查员"),
  SUPERVISOR("supervisor", "普查指导员"),
  COMMUNITY("community", "社区"),
  SUBDISTRICT("subdistrict", "街道普查机构"),
  OFFICE("office", "区普查办");

  private final String code;
  private final String label;

  Verifier(String code, String label) {
    this.code = code;
    this.label = label;
  }

  public String code() {
    return code;
  }

  public String label() {
    return label;
  }

  /**
   * @throws IllegalArgumentException for a code that the decision table should not give
   */
  public static Verifier ofCode(String code) {
    for (Verifier verifier : values()) {
      if (verifier.code.equals(code)) {
        return verifier;
      }
    }
    throw new IllegalArgumentException("No verifier with the code " + code);
  }
}
