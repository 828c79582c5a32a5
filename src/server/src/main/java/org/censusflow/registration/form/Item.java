package org.censusflow.registration.form;

import java.util.List;
import java.util.Map;

/**
 * An item that forms ask.
 *
 * @param key name of the column in files and of the field in JSON
 * @param codesByForm the item's number on each form that asks it, such as {@code short: D4}
 * @param name the item's Chinese name
 * @param type text, code, date, month, number, decimal or pattern
 * @param codes key of the code table, for a code
 * @param max most characters of a text, largest number
 * @param ages youngest and oldest age at the reference time; null for everyone
 * @param sex code of the sex that is asked; null for both
 * @param onlyIf asked only when another item has one of some answers; null for always
 * @param core without it a row is refused
 * @param optional may stay empty
 * @param optionalIn forms on which it may stay empty
 */
public record Item(
    String key,
    Map<String, String> codesByForm,
    String name,
    String type,
    String codes,
    String pattern,
    Integer min,
    Integer max,
    List<Integer> ages,
    String sex,
    OnlyIf onlyIf,
    boolean core,
    boolean optional,
    List<String> optionalIn) {

  public Item {
    optionalIn = optionalIn == null ? List.of() : List.copyOf(optionalIn);
    codesByForm = Map.copyOf(codesByForm);
  }

  /** The answer of another item that brings this one up. */
  public record OnlyIf(String item, List<String> in) {}

  public boolean askedOn(String form) {
    return codesByForm.containsKey(form);
  }

  boolean mayStayEmpty(String form) {
    return optional || optionalIn.contains(form);
  }

  /** Whether a person with the given answers is asked this item. */
  boolean concerns(Answer answers, int age) {
    return (ages == null || (age >= ages.get(0) && age <= ages.get(1)))
        && (sex == null || sex.equals(answers.get("sex")))
        && (onlyIf == null || onlyIf.in().contains(answers.get(onlyIf.item())));
  }
}
