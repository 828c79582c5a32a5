package org.censusflow.registration.intake;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import org.censusflow.base.data.Code;

/**
 * What became of one household's form.
 *
 * @param householdId key within the database; null when rejected
 * @param errors why it was rejected, in Chinese; nothing of the form is stored then
 * @param queries what is to be verified with the household, in Chinese
 */
public record HouseholdReceipt(
    String clientKey, State state, Long householdId, List<Fault> errors, List<String> queries) {

  /** Whether the form was taken. */
  public enum State implements Code {
    ACCEPTED,
    /** It had come before. */
    REPEATED,
    REJECTED;

    @Override
    @JsonValue
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static HouseholdReceipt rejected(String clientKey, List<Fault> errors) {
    return new HouseholdReceipt(clientKey, State.REJECTED, null, errors, List.of());
  }

  public boolean accepted() {
    return state == State.ACCEPTED;
  }

  /**
   * A fault in the form.
   *
   * @param person its place in the list of persons, from 1; 0 for the household
   */
  public record Fault(int person, String message) {}
}
