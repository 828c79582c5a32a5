package org.censusflow.registration.answers;

import java.time.LocalDate;

/**
 * A person's answers on the short form, as far as the cross-check needs them. A field that was not
 * answered is null.
 *
 * @param lineNo line in the household's form
 * @param relation relation to the head of the household, item D2 (0 to 9)
 * @param idNumber citizen identity number as answered, never corrected in place
 * @param sex {@code 1} male, {@code 2} female
 * @param ethnicity two digits of GB/T 3304
 * @param residence {@code here} lives here, {@code absent} is registered here and lives elsewhere
 * @param hukouPlace {@code local-block}, {@code other-block}, {@code other-district} or {@code
 *     none}
 * @param form {@code short}, or {@code foreign} for residents from Hong Kong, Macao, Taiwan and
 *     foreigners
 */
public record Answers(
    int lineNo,
    String name,
    String relation,
    String idNumber,
    String sex,
    LocalDate birthDate,
    String ethnicity,
    String residence,
    String hukouPlace,
    String form) {

  public Answers {
    if (name == null || name.isBlank()) {
      throw new IllegalArgumentException("A registered person has a name");
    }
  }
}
