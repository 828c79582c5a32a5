package org.censusflow.linkage.similarity;

/**
 * American Soundex (R. C. Russell 1918, as the US National Archives write it down) for names in
 * Latin letters.
 */
public final class Soundex {

  private static final String CODES = "01230120022455012623010202";

  private Soundex() {}

  /** A letter and three digits packed in a number; 0 when the text has no Latin letter. */
  public static long code(CharSequence text) {
    long code = 0;
    int length = 0;
    char previous = '0';
    for (int i = 0; i < text.length() && length < 4; i++) {
      int letter = (text.charAt(i) | 0x20) - 'a';
      if (letter < 0 || letter > 25) {
        continue;
      }
      char digit = CODES.charAt(letter);
      boolean silent = letter == 'h' - 'a' || letter == 'w' - 'a';
      if (length == 0) {
        code = 'a' + letter;
        length = 1;
        previous = digit;
      } else if (!silent) {
        if (digit != '0' && digit != previous) {
          code = code << 8 | digit;
          length++;
        }
        previous = digit;
      }
    }
    while (length > 0 && length++ < 4) {
      code = code << 8 | '0';
    }
    return code;
  }
}
