package org.censusflow.linkage.spec;

import java.util.Locale;

/**
 * The tests that a comparison level can make on two values of one field; {@code at} is the test's
 * parameter.
 */
public enum LevelKind {
  /** The standardised values are the same. */
  EXACT,
  /** Resident numbers one wrong digit or one swap of neighbours apart. */
  ONE_SLIP,
  /** At least one of two numbers fails its own check digit, so a difference says little. */
  INVALID,
  /** The same characters in another order. */
  REORDERED,
  /**
   * The same reading, whatever the characters: Mandarin without tone, Soundex for Latin letters.
   */
  HOMOPHONE,
  /** At most {@code at} insertions, deletions or replacements of a character. */
  EDITS,
  /** The same first character: in a Chinese name the family name. */
  FIRST_CHARACTER,
  /** Jaro-Winkler similarity of at least {@code at}. */
  JARO_WINKLER,
  /** Share of common words (Jaccard) of at least {@code at}. */
  WORDS,
  /** Share of common character pairs (Dice) of at least {@code at}. */
  BIGRAMS,
  /** One text within the other. */
  CONTAINS,
  /** The same first {@code at} characters. */
  PREFIX,
  /** Month and day exchanged. */
  MONTH_DAY_SWAPPED,
  /** At most {@code at} of a date's eight digits differ. */
  DIGITS,
  /** Year and month agree, or the day is unknown on one side. */
  SAME_MONTH,
  /** The year agrees. */
  SAME_YEAR,
  /** One address is the other without some of its parts. */
  ABBREVIATED,
  /** Street and first number agree. */
  SAME_ENTRANCE,
  /** The street agrees. */
  SAME_STREET,
  /** Numbers at most {@code at} apart. */
  WITHIN,
  /** Numbers at most {@code at} per cent of the larger apart. */
  WITHIN_PERCENT;

  /** The name used in a spec, as in {@code jaro-winkler}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
