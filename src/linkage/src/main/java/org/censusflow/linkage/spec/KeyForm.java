package org.censusflow.linkage.spec;

import java.util.Locale;
import org.censusflow.linkage.population.Role;

/** What a blocking rule takes of a field's value; {@code at} is the form's parameter. */
public enum KeyForm {
  /** The whole standardised value. */
  VALUE,
  /** The first {@code at} characters. */
  PREFIX,
  /** The last {@code at} characters. */
  SUFFIX,
  /** A date's year. */
  YEAR,
  /** A date's year and month. */
  MONTH,
  /** A date's month and day. */
  DAY,
  /** An address's street and first number. */
  ENTRANCE,
  /** The reading in Mandarin, or Soundex for Latin letters. */
  SOUND,
  /** Each word on its own: a row has as many keys as its value has words. */
  WORDS,
  /** The value with its characters sorted, so that their order does not matter. */
  SORTED;

  /** Whether the form can be taken of a role's values. */
  public boolean suits(Role role) {
    boolean written = role == Role.NAME || role == Role.TEXT || role == Role.CODE;
    return switch (this) {
      case VALUE -> true;
      case YEAR, MONTH, DAY -> role == Role.DATE;
      case ENTRANCE -> role == Role.ADDRESS;
      case PREFIX, SUFFIX -> written || role == Role.KEY;
      case SOUND, WORDS, SORTED -> written;
    };
  }

  /** Whether the form needs a parameter, as in {@code name.prefix3}. */
  public boolean parameterised() {
    return this == PREFIX || this == SUFFIX;
  }

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
