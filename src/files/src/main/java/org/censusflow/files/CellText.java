package org.censusflow.files;

/**
 * The text of a string item (ECMA-376 18.4.8): its runs one after the other, without the phonetic
 * guides above them, and with characters that XML cannot hold ({@code _x000D_}).
 */
final class CellText {

  private final StringBuilder text = new StringBuilder();

  /** Reads the element that begins here, whose name is given, to its end. */
  String read(Markup xml, String name) {
    text.setLength(0);
    int guides = 0;
    while (xml.next() && !xml.ends(name)) {
      if (xml.begins("rPh")) {
        guides++;
      } else if (xml.ends("rPh")) {
        guides--;
      } else if (xml.begins("t")) {
        int before = text.length();
        xml.text(text);
        if (guides > 0) {
          text.setLength(before);
        }
      }
    }
    return unescaped(text.toString());
  }

  static String unescaped(String text) {
    int at = text.indexOf("_x");
    if (at < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    int done = 0;
    while (at >= 0) {
      int code = code(text, at);
      if (code >= 0) {
        boolean lost = code == 0 || Character.isSurrogate((char) code);
        plain.append(text, done, at).append(lost ? '\ufffd' : (char) code);
        done = at + 7;
      }
      at = text.indexOf("_x", code >= 0 ? done : at + 1);
    }
    return plain.append(text, done, text.length()).toString();
  }

  /** The character that {@code _xHHHH_} at a position stands for; -1 when it is no such thing. */
  private static int code(String text, int at) {
    if (at + 7 > text.length() || text.charAt(at + 6) != '_') {
      return -1;
    }
    int code = 0;
    for (int i = at + 2; i < at + 6; i++) {
      int digit = Character.digit(text.charAt(i), 16);
      if (digit < 0 || text.charAt(i) >= 0x80) {
        return -1;
      }
      code = code * 16 + digit;
    }
    return code;
  }
}
