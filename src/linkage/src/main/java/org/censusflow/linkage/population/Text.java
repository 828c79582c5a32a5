package org.censusflow.linkage.population;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/**
 * Folding of written forms that mean the same: width, case, compatibility characters, blanks,
 * zero-width marks, dots.
 */
public final class Text {

  /** What a spreadsheet shows where it cannot compute a value. */
  private static final Set<String> SHEET_ERRORS =
      Set.of("#n/a", "#ref!", "#name?", "#value!", "#div/0!", "#num!", "#null!");

  private Text() {}

  /** NFKC, lower case, single blanks inside and none around. */
  public static String fold(String text) {
    String normal = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    StringBuilder folded = new StringBuilder(normal.length());
    boolean blank = false;
    for (int i = 0; i < normal.length(); ) {
      int c = normal.codePointAt(i);
      i += Character.charCount(c);
      if (isInvisible(c)) {
        continue;
      }
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        blank = true;
        continue;
      }
      if (blank && folded.length() > 0) {
        folded.append(' ');
      }
      blank = false;
      folded.appendCodePoint(c);
    }
    return folded.toString();
  }

  private static boolean isInvisible(int c) {
    return (c >= 0x200b && c <= 0x200f)
        || (c >= 0x202a && c <= 0x202e)
        || (c >= 0x2060 && c <= 0x206f)
        || c == 0xad
        || c == 0xfeff
        || (c >= 0xfe00 && c <= 0xfe0f);
  }

  static byte[] folded(byte[] utf8, int from, int to) {
    return fold(new String(utf8, from, to - from, StandardCharsets.UTF_8))
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Folded and freed of everything that only separates; what looks like an x is one. */
  static byte[] foldedAscii(byte[] utf8, int from, int to) {
    String folded = fold(new String(utf8, from, to - from, StandardCharsets.UTF_8));
    StringBuilder kept = new StringBuilder(folded.length());
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (" -'*=\"".indexOf(c) < 0) {
        kept.append(c == '×' || c == 'х' || c == 'χ' ? 'x' : c);
      }
    }
    return kept.toString().getBytes(StandardCharsets.UTF_8);
  }

  static boolean digits(byte[] text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text[i] < '0' || text[i] > '9') {
        return false;
      }
    }
    return true;
  }

  /** Whether a spreadsheet has made a rounded number of a long mark, as in 3.50205E+17. */
  static boolean isRounded(byte[] folded) {
    int at = 0;
    while (at < folded.length && (folded[at] >= '0' && folded[at] <= '9' || folded[at] == '.')) {
      at++;
    }
    return at > 1
        && at + 2 < folded.length
        && folded[at] == 'e'
        && folded[at + 1] == '+'
        && digits(folded, at + 2, folded.length);
  }

  /** Values that stand for "no value": the same character over and over, 无, 不详, none, null, nan. */
  static boolean isPlaceholder(String folded) {
    return isPlaceholder(folded.getBytes(StandardCharsets.UTF_8));
  }

  static boolean isPlaceholder(byte[] folded) {
    boolean same = true;
    for (byte b : folded) {
      same &= b == folded[0];
    }
    if (same && (folded.length > 3 || folded.length > 0 && !Character.isLetterOrDigit(folded[0]))) {
      return true;
    }
    String text = new String(folded, StandardCharsets.UTF_8);
    return switch (text) {
      case "无",
          "不详",
          "未知",
          "暂无",
          "空",
          "没有",
          "—",
          "–",
          "――",
          "——",
          "…",
          "none",
          "null",
          "nan",
          "n/a",
          "unknown",
          "\\n" ->
          true;
      default -> folded.length > 1 && folded[0] == '#' && SHEET_ERRORS.contains(text);
    };
  }
}
