package org.censusflow.registration.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.censusflow.registration.form.FormCatalogue;
import org.censusflow.registration.form.PersonAnswers;
import org.censusflow.registration.form.Violation;

/**
 * A row that has been read and held against the checks.
 *
 * @param key the row's own key within the census
 * @param hash SHA-256 of all that it says; null when the row cannot be read
 * @param person the answers; null when the row cannot be read so far
 * @param items answers without a column of their own, as JSON; null for none
 * @param householdItems the household's answers as JSON; null for none
 * @param household queries about the household's own items
 * @param found what the checks found about the row
 */
record CheckedRow(
    long line,
    String key,
    String hash,
    HouseholdKey place,
    int lineNo,
    String address,
    LocalDate filledIn,
    String confirmedBy,
    PersonAnswers person,
    String items,
    String householdItems,
    List<Violation> household,
    List<Violation> found) {

  private static final int MOST_TEXT = 1000;

  static CheckedRow unreadable(long line, Violation fault) {
    return new CheckedRow(
        line, null, null, null, 0, null, null, null, null, null, null, List.of(), List.of(fault));
  }

  boolean isDeath() {
    return FormCatalogue.DEATH.equals(person.form());
  }

  boolean refused() {
    return found.stream().anyMatch(Violation::refuses);
  }

  /** Why the row is refused, in Chinese. */
  String reasons() {
    return reasons(found.stream().filter(Violation::refuses).toList());
  }

  static String reasons(List<Violation> faults) {
    String text = faults.stream().map(Violation::text).collect(Collectors.joining("；"));
    return text.length() > MOST_TEXT ? text.substring(0, MOST_TEXT) : text;
  }
}
