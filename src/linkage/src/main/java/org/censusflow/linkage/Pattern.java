package org.censusflow.linkage;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the census and the registers together say of one person, without saying who it is. The
 * difference class depends on this alone, so the decision table is asked once for each distinct
 * pattern.
 *
 * @param census {@code none}, {@code here}, {@code absent}, {@code duplicate} (two rows say "lives
 *     here")
 * @param register the strongest register that knows the person: {@code none}, {@code household},
 *     {@code birth}, {@code student}, {@code insured}
 * @param death {@code none}, {@code before} or {@code after} the reference time
 * @param born {@code before} the reference time or {@code after} (on it or later)
 * @param idNumber {@code valid}, {@code invalid}, {@code missing}, {@code conflict} (somebody
 *     else's number as well)
 * @param attribute {@code same} or {@code differs}: name, sex, birth date or ethnicity between
 *     census and a register
 * @param residence {@code paired}, {@code unpaired}, {@code n/a}: a row where the person lives and
 *     one where they are registered
 * @param student {@code no}, {@code home}, {@code boarding-twice}
 * @param form {@code right} or {@code wrong}
 * @param place {@code right} or {@code wrong-block}
 */
public record Pattern(
    String census,
    String register,
    String death,
    String born,
    String idNumber,
    String attribute,
    String residence,
    String student,
    String form,
    String place) {

  public static final String NONE = "none";
  public static final String HERE = "here";
  public static final String ABSENT = "absent";
  public static final String DUPLICATE = "duplicate";
  public static final String BEFORE = "before";
  public static final String AFTER = "after";
  public static final String VALID = "valid";
  public static final String INVALID = "invalid";
  public static final String MISSING = "missing";
  public static final String CONFLICT = "conflict";
  public static final String SAME = "same";
  public static final String DIFFERS = "differs";
  public static final String PAIRED = "paired";
  public static final String UNPAIRED = "unpaired";
  public static final String NOT_APPLICABLE = "n/a";
  public static final String NO = "no";
  public static final String HOME = "home";
  public static final String BOARDING_TWICE = "boarding-twice";
  public static final String RIGHT = "right";
  public static final String WRONG = "wrong";
  public static final String WRONG_BLOCK = "wrong-block";

  private static final String SEPARATOR = "|";

  /** As one line, in the order of the components; {@link #parse} reads it. */
  public String text() {
    return String.join(SEPARATOR, inputs().values());
  }

  /**
   * Reads what {@link #text} wrote.
   *
   * @throws IllegalArgumentException when it is no such line
   */
  public static Pattern parse(String text) {
    String[] of = text.split("\\|", -1);
    if (of.length != 10) {
      throw new IllegalArgumentException("No pattern: " + text);
    }
    return new Pattern(of[0], of[1], of[2], of[3], of[4], of[5], of[6], of[7], of[8], of[9]);
  }

  /** The components by their names, in their order: what a decision table asks. */
  public Map<String, String> inputs() {
    Map<String, String> inputs = new LinkedHashMap<>();
    inputs.put("census", census);
    inputs.put("register", register);
    inputs.put("death", death);
    inputs.put("born", born);
    inputs.put("idNumber", idNumber);
    inputs.put("attribute", attribute);
    inputs.put("residence", residence);
    inputs.put("student", student);
    inputs.put("form", form);
    inputs.put("place", place);
    return inputs;
  }
}
