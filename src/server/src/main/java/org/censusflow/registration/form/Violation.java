package org.censusflow.registration.form;

/**
 * A check that fired.
 *
 * @param about Chinese name of the item that it is about; null where the message says all
 */
public record Violation(Check check, String about) {

  /** What staff read, with the check's id. */
  public String text() {
    String subject = about == null ? "" : "“" + about + "”";
    return check.id() + " " + subject + check.message();
  }

  public boolean refuses() {
    return check.severity() == Severity.ERROR;
  }
}
