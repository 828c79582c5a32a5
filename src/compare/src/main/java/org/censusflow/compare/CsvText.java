package org.censusflow.compare;

/** Writes values of CSV (RFC 4180). */
final class CsvText {

  private CsvText() {}

  /** A value, in quotes where it needs them. */
  static String of(String value) {
    boolean plain =
        value.indexOf(',') < 0
            && value.indexOf('"') < 0
            && value.indexOf('\n') < 0
            && value.indexOf('\r') < 0;
    return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
  }
}
