package org.censusflow.registration.form;

import java.time.LocalDate;

/**
 * A census form as it is issued. A form that is past its expiry must not be used: who is asked may
 * refuse it (Statistics Law art. 17).
 *
 * @param key {@code short}, {@code long}, {@code foreign} or {@code death}
 * @param number the form's number, such as R601
 * @param maker who issues it
 * @param approval document by which it was approved
 * @param validUntil last day on which it may be filled in
 */
public record FormDefinition(
    String key,
    String number,
    String name,
    String maker,
    String approval,
    LocalDate validFrom,
    LocalDate validUntil) {

  public boolean validOn(LocalDate day) {
    return !day.isBefore(validFrom) && !day.isAfter(validUntil);
  }
}
