package org.censusflow.base.access;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * A text with every digit as 0 to 9, however it is written: in full width, in a circle, in another
 * script, or as a Chinese numeral of one digit, common (一), formal (壹) or spoken (幺).
 */
final class WrittenDigits {

  /** Numerals of one digit; those of the same digit stand together. */
  private static final String[] NUMERALS = {
    "零〇○◯", "一壹弌幺", "二贰貳弍", "三叁參叄弎", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖"
  };

  /** What passes for the check character X. */
  private static final String CROSSES = "×✕✖ХхΧχ";

  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Mn}\\p{Me}]");

  private WrittenDigits() {}

  static String plain(String text) {
    String visible =
        INVISIBLE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
    StringBuilder plain = new StringBuilder(visible.length());
    visible.codePoints().map(WrittenDigits::plain).forEach(plain::appendCodePoint);
    return plain.toString();
  }

  private static int plain(int character) {
    if (Character.isDigit(character)) {
      return '0' + Character.digit(character, 10);
    }
    for (int digit = 0; digit < NUMERALS.length; digit++) {
      if (NUMERALS[digit].indexOf(character) >= 0) {
        return '0' + digit;
      }
    }
    return CROSSES.indexOf(character) >= 0 ? 'X' : character;
  }
}
