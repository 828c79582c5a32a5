package org.censusflow.linkage.spec;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.censusflow.linkage.population.Role;

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

  private static final Set<LevelKind> OF_WRITING =
      EnumSet.of(REORDERED, HOMOPHONE, EDITS, FIRST_CHARACTER, JARO_WINKLER, CONTAINS, PREFIX);
  private static final Set<LevelKind> SHARES = EnumSet.of(JARO_WINKLER, WORDS, BIGRAMS);
  private static final Set<LevelKind> COUNTS = EnumSet.of(EDITS, PREFIX, DIGITS);
  private static final Set<LevelKind> DISTANCES = EnumSet.of(WITHIN, WITHIN_PERCENT);

  /** Whether values of a role can be put to the test at all. */
  public boolean suits(Role role) {
    if (this == EXACT) {
      return role != Role.KEY;
    }
    return switch (role) {
      case KEY, ID, SEX -> false;
      case RESIDENT_ID -> this == ONE_SLIP || this == INVALID;
      case NAME, TEXT, CODE -> OF_WRITING.contains(this) || this == WORDS || this == BIGRAMS;
      case DATE ->
          this == MONTH_DAY_SWAPPED || this == DIGITS || this == SAME_MONTH || this == SAME_YEAR;
      case ADDRESS -> this == ABBREVIATED || this == SAME_ENTRANCE || this == SAME_STREET;
      case NUMBER -> DISTANCES.contains(this);
    };
  }

  /** Whether the test needs a parameter. */
  public boolean parameterised() {
    return SHARES.contains(this) || COUNTS.contains(this) || DISTANCES.contains(this);
  }

  /** What a parameter must be, in words, or {@code null} when {@code at} is one the test takes. */
  public String faultOf(double at) {
    if (!parameterised()) {
      return at == 0 ? null : "takes no parameter";
    }
    if (SHARES.contains(this)) {
      return at > 0 && at <= 1 ? null : "needs a share above 0 and up to 1";
    }
    if (COUNTS.contains(this)) {
      int most = this == DIGITS ? 8 : 100;
      return at == Math.rint(at) && at >= 1 && at <= most
          ? null
          : "needs a whole number from 1 to " + most;
    }
    return at > 0 && Double.isFinite(at) ? null : "needs a number above 0";
  }

  /** The name used in a spec, as in {@code jaro-winkler}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
