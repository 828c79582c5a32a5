package org.censusflow.registration.form;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A census form as it is issued. A form that is past its expiry must not be used: who is asked may
 * refuse it (Statistics Law art. 17).
 *
 * @param key {@code short}, {@code long}, {@code foreign} or {@code death}
 * @param number the form's number, such as R601
 * @param maker who issues it
 * @param approval document by which it was approved
 * @param validUntil last day on which it may be filled in
 * @param source where number, maker, approval and expiry were read
 */
public record FormDefinition(
    String key,
    String number,
    String name,
    String maker,
    String approval,
    LocalDate validFrom,
    LocalDate validUntil,
    String source) {

  public boolean validOn(LocalDate day) {
    return !day.isBefore(validFrom) && !day.isAfter(validUntil);
  }

  /** The same form with what the office read on its own copy; null leaves a value as it is. */
  FormDefinition as(Issue issued) {
    return new FormDefinition(
        key,
        Objects.requireNonNullElse(issued.number(), number),
        name,
        Objects.requireNonNullElse(issued.maker(), maker),
        Objects.requireNonNullElse(issued.approval(), approval),
        Objects.requireNonNullElse(issued.validFrom(), validFrom),
        Objects.requireNonNullElse(issued.validUntil(), validUntil),
        "本区普查办按所持正式表式设定");
  }

  /** What stands on the office's own copy of a form. */
  public record Issue(
      String number, String maker, String approval, LocalDate validFrom, LocalDate validUntil) {}
}
