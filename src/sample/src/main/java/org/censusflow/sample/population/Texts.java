package org.censusflow.sample.population;

/** Small pieces of text, free of any locale. */
final class Texts {

  private Texts() {}

  static void padded(StringBuilder out, long number, int width) {
    String digits = Long.toString(number);
    for (int i = digits.length(); i < width; i++) {
      out.append('0');
    }
    out.append(digits);
  }

  static String padded(long number, int width) {
    StringBuilder out = new StringBuilder(width);
    padded(out, number, width);
    return out.toString();
  }

  /** Appends a CSV field by RFC 4180: quoted only when it must be. */
  static void field(StringBuilder out, String value) {
    boolean plain = true;
    for (int i = 0; i < value.length() && plain; i++) {
      char c = value.charAt(i);
      plain = c != ',' && c != '"' && c != '\n' && c != '\r';
    }
    if (plain) {
      out.append(value);
    } else {
      out.append('"').append(value.replace("\"", "\"\"")).append('"');
    }
  }

  /** A CSV line with its line feed. */
  static String line(String... values) {
    StringBuilder out = new StringBuilder(128);
    for (int i = 0; i < values.length; i++) {
      if (i > 0) {
        out.append(',');
      }
      field(out, values[i]);
    }
    return out.append('\n').toString();
  }
}
