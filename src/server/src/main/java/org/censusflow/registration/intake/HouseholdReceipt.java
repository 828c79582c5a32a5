package org.censusflow.registration.intake;

import java.util.List;

/**
 * What became of one household's form.
 *
 * @param state {@code accepted}, {@code repeated} (it had come before) or {@code rejected}
 * @param householdId key within the database; null when rejected
 * @param errors why it was rejected, in Chinese; nothing of the form is stored then
 * @param queries what is to be verified with the household, in Chinese
 */
public record HouseholdReceipt(
    String clientKey, String state, Long householdId, List<Fault> errors, List<String> queries) {

  public boolean accepted() {
    return "accepted".equals(state);
  }

  /**
   * A fault in the form.
   *
   * @param person its place in the list of persons, from 1; 0 for the household
   */
  public record Fault(int person, String message) {}
}
