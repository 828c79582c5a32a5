package org.censusflow.crosscheck.compare;

import java.util.LinkedHashMap;
import java.util.Map;
import org.censusflow.linkage.Pattern;

/**
 * A comparison pattern as one line of text: how it is stored, and how the decision table gets its
 * inputs back.
 */
final class PatternText {

  private static final String SEPARATOR = "|";

  private static final String[] NAMES = {
    "census",
    "register",
    "death",
    "born",
    "idNumber",
    "attribute",
    "residence",
    "student",
    "form",
    "place"
  };

  private PatternText() {}

  static String write(Pattern p) {
    return String.join(
        SEPARATOR,
        p.census(),
        p.register(),
        p.death(),
        p.born(),
        p.idNumber(),
        p.attribute(),
        p.residence(),
        p.student(),
        p.form(),
        p.place());
  }

  static Map<String, String> read(String text) {
    String[] values = text.split("\\|");
    Map<String, String> inputs = new LinkedHashMap<>();
    for (int i = 0; i < NAMES.length; i++) {
      inputs.put(NAMES[i], values[i]);
    }
    return inputs;
  }
}
