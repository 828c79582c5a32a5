package org.censusflow.base.door;

/**
 * Looks for what JSON can write and no database takes into a text: the character NUL, and one half
 * of a character beyond the basic plane without the other.
 */
final class JsonEscapes {

  private static final int NONE = -1;

  private JsonEscapes() {}

  static boolean holdsUnstorable(byte[] json) {
    boolean half = false;
    for (int at = 0; at < json.length; at++) {
      int code = NONE;
      if (json[at] == '\\') {
        code = code(json, at);
        at += code == NONE ? 1 : 5;
      }
      boolean low = code >= Character.MIN_LOW_SURROGATE && code <= Character.MAX_LOW_SURROGATE;
      if (code == 0 || low != half) {
        return true;
      }
      half = code >= Character.MIN_HIGH_SURROGATE && code <= Character.MAX_HIGH_SURROGATE;
    }
    return half;
  }

  /** What {@code \}{@code uXXXX} at a position stands for; {@link #NONE} for any other escape. */
  private static int code(byte[] json, int at) {
    if (at + 6 > json.length || json[at + 1] != 'u') {
      return NONE;
    }
    int code = 0;
    for (int i = at + 2; i < at + 6; i++) {
      int digit = Character.digit(json[i], 16);
      if (digit < 0) {
        return NONE;
      }
      code = code * 16 + digit;
    }
    return code;
  }
}
