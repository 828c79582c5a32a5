package org.censusflow.registration.form;

/**
 * A check of the catalogue.
 *
 * @param id such as {@code P07}; never used again for another check
 * @param scope what it looks at
 * @param condition when it fires, in words
 * @param message Chinese, for staff; names items, never an answer
 */
public record Check(String id, Severity severity, Scope scope, String condition, String message) {

  /** What a check looks at. */
  public enum Scope {
    ROW("行"),
    ITEM("项目"),
    PERSON("个人"),
    HOUSEHOLD("户"),
    DEATH("死亡人口");

    private final String label;

    Scope(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /** This check fired; {@code about} says which item, or is null. */
  Violation on(String about) {
    return new Violation(this, about);
  }
}
