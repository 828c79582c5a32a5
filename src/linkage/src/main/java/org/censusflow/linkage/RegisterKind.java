package org.censusflow.linkage;

import java.util.Arrays;

/**
 * What kind of record a department supplies; the order is the strength as a sign that the person
 * belongs in the census.
 */
public enum RegisterKind {
  HOUSEHOLD("household", "户籍登记", "household-register"),
  BIRTH("birth", "出生医学证明", "births"),
  STUDENT("student", "学籍", "students"),
  INSURED(
      "insured",
      "参保、纳税或就业记录",
      "social-insured",
      "medical-insured",
      "insured",
      "taxpayers",
      "employment"),
  DEATH("none", "死亡记录", "deaths", "funerals", "insured-deaths");

  private final String pattern;
  private final String label;
  private final String[] supplies;

  RegisterKind(String pattern, String label, String... supplies) {
    this.pattern = pattern;
    this.label = label;
    this.supplies = supplies;
  }

  /**
   * The kind of a supply.
   *
   * @throws IllegalArgumentException for a supply that holds no persons to compare
   */
  public static RegisterKind ofSupply(String supply) {
    return Arrays.stream(values())
        .filter(kind -> Arrays.asList(kind.supplies).contains(supply))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("no comparison for supply '" + supply + "'"));
  }

  /** The value in {@link Pattern#register}. */
  String pattern() {
    return pattern;
  }

  /** What staff call it. */
  public String label() {
    return label;
  }
}
