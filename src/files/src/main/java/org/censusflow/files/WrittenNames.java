package org.censusflow.files;

/** Names and other texts as they are written down: without what nobody sees. */
public final class WrittenNames {

  private WrittenNames() {}

  /**
   * The text without characters that have no width (marks of direction, soft hyphens, zero-width
   * blanks) and with a blank for each control character. The same text when there is none.
   */
  public static String visible(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isUnseen(text.charAt(i)) || text.charAt(i) < ' ') {
        return cleaned(text, i);
      }
    }
    return text;
  }

  private static String cleaned(String text, int from) {
    StringBuilder seen = new StringBuilder(text.length()).append(text, 0, from);
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ') {
        seen.append(' ');
      } else if (!isUnseen(c)) {
        seen.append(c);
      }
    }
    return Cells.strip(seen.toString());
  }

  /** Marks of format, and selectors of a character's variant. */
  static boolean isUnseen(char c) {
    return c >= 0xad
        && (c == 0xad
            || c >= 0x200b && c <= 0x200f
            || c >= 0x202a && c <= 0x202e
            || c >= 0x2060 && c <= 0x206f
            || c >= 0xfe00 && c <= 0xfe0f
            || c == 0xfeff
            || c >= 0xfff9 && c <= 0xfffb
            || c == 0x061c
            || c == 0x180e
            || c == 0x034f);
  }
}
