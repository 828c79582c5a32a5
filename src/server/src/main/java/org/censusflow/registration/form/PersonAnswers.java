package org.censusflow.registration.form;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import org.censusflow.linkage.population.ResidentId;

/** A person's answers with what checks ask of them again and again, worked out once. */
public final class PersonAnswers implements Answer {

  private final String form;
  private final Answer answers;
  private final LocalDate birth;
  private final LocalDate death;
  private final LocalDate reference;
  private final int age;
  private final long packedId;

  /**
   * @param reference day of the reference time: ages are whole years at its beginning
   */
  public PersonAnswers(String form, Answer answers, LocalDate reference) {
    this.form = form;
    this.answers = answers;
    this.reference = reference;
    this.birth = date(answers.get("birth_date"));
    this.death = FormCatalogue.DEATH.equals(form) ? date(answers.get("death_date")) : null;
    LocalDate at = death == null ? reference.minusDays(1) : death;
    this.age = birth == null ? -1 : Math.max(0, years(birth, at));
    String id = answers.get("id_number");
    this.packedId = id == null ? 0 : packed(id);
  }

  private static long packed(String id) {
    byte[] text = id.getBytes(StandardCharsets.UTF_8);
    return ResidentId.parse(text, 0, text.length);
  }

  private static int years(LocalDate from, LocalDate to) {
    return Period.between(from, to).getYears();
  }

  /** Reads an ISO date; null when it is none. */
  static LocalDate date(String text) {
    if (text == null || text.length() != 10) {
      return null;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  @Override
  public String get(String key) {
    return answers.get(key);
  }

  boolean is(String key, String... wanted) {
    String answer = answers.get(key);
    for (String one : wanted) {
      if (one.equals(answer)) {
        return true;
      }
    }
    return false;
  }

  boolean is(Relation... wanted) {
    for (Relation one : wanted) {
      if (one.code().equals(answers.get("relation"))) {
        return true;
      }
    }
    return false;
  }

  /** The answer as a number; -1 where there is none. */
  int number(String key) {
    String answer = answers.get(key);
    if (answer == null || answer.isEmpty() || answer.length() > 6) {
      return -1;
    }
    int value = 0;
    for (int i = 0; i < answer.length(); i++) {
      int digit = answer.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  public String form() {
    return form;
  }

  public LocalDate birth() {
    return birth;
  }

  public LocalDate death() {
    return death;
  }

  /** Whole years at the reference time, or at death; -1 when the birth is not known. */
  public int age() {
    return age;
  }

  boolean bornBeforeReference() {
    return birth != null && birth.isBefore(reference);
  }

  boolean hasResidentNumber() {
    return ResidentId.isResident(packedId);
  }

  boolean residentNumberHolds() {
    return hasResidentNumber() && ResidentId.isValid(packedId);
  }

  long packedId() {
    return packedId;
  }
}
