package org.censusflow.base.form;

import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;

/** What forms submit and show, as the types that steps, rules and facades take. */
public final class FormValues {

  private static final Pattern BETWEEN_CODES = Pattern.compile("[\\s,;、]+");

  private FormValues() {}

  public static String text(VariableScope scope, String name) {
    Object value = scope.getVariable(name);
    return value == null ? null : value.toString();
  }

  /** The text, or this one where there is none. */
  public static String text(VariableScope scope, String name, String otherwise) {
    String text = text(scope, name);
    return text == null || text.isBlank() ? otherwise : text;
  }

  /** A count; a field left empty or hidden counts nothing. */
  public static int number(VariableScope scope, String name) {
    return scope.getVariable(name) instanceof Number number ? number.intValue() : 0;
  }

  /** An amount of money or the like; a field left empty or hidden counts nothing. */
  public static long amount(VariableScope scope, String name) {
    return scope.getVariable(name) instanceof Number number ? number.longValue() : 0;
  }

  public static boolean flag(VariableScope scope, String name) {
    return Boolean.TRUE.equals(scope.getVariable(name));
  }

  /**
   * A day as a date field submits it: {@code 2020-03-31}, or with a time behind it.
   *
   * @return null when the field is empty or no day
   */
  public static LocalDate day(VariableScope scope, String name) {
    String text = text(scope, name);
    if (text == null || text.length() < 10) {
      return null;
    }
    try {
      return LocalDate.parse(text.substring(0, 10));
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /** A moment as a field for date and time submits it; null when it is empty or no moment. */
  public static Instant moment(VariableScope scope, String name) {
    String text = text(scope, name);
    try {
      return text == null ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /** The chosen values of a tag list, each once; empty when nothing was. */
  public static List<String> chosen(VariableScope scope, String name) {
    List<String> values = new ArrayList<>();
    Object chosen = scope.getVariable(name);
    if (chosen instanceof SpinJsonNode json && json.isArray()) {
      json.elements().forEach(value -> values.add(value.stringValue()));
    } else if (chosen instanceof List<?> list) {
      list.forEach(value -> values.add(String.valueOf(value)));
    }
    return values.stream().distinct().toList();
  }

  /**
   * Codes that somebody wrote into a text field: a line each, or apart by spaces, commas or
   * semicolons, of full width too. As often as they were written.
   */
  public static List<String> codes(VariableScope scope, String name) {
    String plain = Normalizer.normalize(text(scope, name, ""), Normalizer.Form.NFKC);
    return BETWEEN_CODES.splitAsStream(plain).filter(code -> !code.isEmpty()).toList();
  }

  /** The options of a list in a form. */
  public static <T> SpinJsonNode options(
      List<T> items, Function<T, String> label, Function<T, String> value) {
    SpinJsonNode options = Spin.JSON("[]");
    for (T item : items) {
      SpinJsonNode option = Spin.JSON("{}");
      option.prop("label", label.apply(item)).prop("value", value.apply(item));
      options.append(option);
    }
    return options;
  }
}
