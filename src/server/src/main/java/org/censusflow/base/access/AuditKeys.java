package org.censusflow.base.access;

import java.util.regex.Pattern;

/**
 * Tells the program's own keys from what a caller may have typed: a refused request's path could
 * hold a name or an identity number, and neither belongs into the audit trail.
 */
public final class AuditKeys {

  /** What stands in place of a value that is no key of the program's. */
  public static final String NOT_A_KEY = "?";

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,12}");
  private static final Pattern NAME = Pattern.compile("[a-z][a-z]*(-[a-z0-9]{1,8})*");
  private static final Pattern ENGINE_ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private static final int LONGEST_NAME = 64;

  private AuditKeys() {}

  /**
   * A number of twelve digits at most, an id of the engine, or a key such as {@code haicang-2020}.
   * A block's code has fifteen digits as an old identity number has, so it is none of them.
   *
   * @return the value, {@link #NOT_A_KEY} for anything else, null for null
   */
  public static String known(String value) {
    if (value == null) {
      return null;
    }
    boolean key =
        NUMBER.matcher(value).matches()
            || ENGINE_ID.matcher(value).matches()
            || value.length() <= LONGEST_NAME && NAME.matcher(value).matches();
    return key ? value : NOT_A_KEY;
  }
}
