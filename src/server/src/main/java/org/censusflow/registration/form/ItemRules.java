package org.censusflow.registration.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Holds each item of one form against its own definition. */
final class ItemRules {

  /** An item with what its answers are held against. */
  private record Held(Item item, Set<String> codes, Pattern pattern) {}

  private final String form;
  private final List<Held> items = new ArrayList<>();

  ItemRules(String form, List<Item> items, CodeTables codes, LocalDate day) {
    this.form = form;
    for (Item item : items) {
      this.items.add(
          new Held(
              item,
              item.codes() == null
                  ? null
                  : Set.copyOf(codes.at(item.codes(), day).codes().keySet()),
              item.pattern() == null ? null : Pattern.compile(item.pattern())));
    }
  }

  /**
   * @param age whole years at the reference time; below 0 when not known
   * @param given items that the source has a place for; of others only core items are missed
   */
  void check(Answer answers, int age, Set<String> given, List<Violation> found) {
    for (Held held : items) {
      Item item = held.item();
      String answer = answers.get(item.key());
      if (answer != null) {
        Check wrong = wrong(held, answer);
        if (wrong != null) {
          found.add(wrong.on(item.name()));
        } else if (age >= 0 && !item.concerns(answers, age)) {
          found.add(Checks.NOT_ASKED.on(item.name()));
        }
      } else if (item.core()) {
        found.add(Checks.CORE_MISSING.on(item.name()));
      } else if (!item.mayStayEmpty(form)
          && given.contains(item.key())
          && age >= 0
          && item.concerns(answers, age)) {
        found.add(Checks.MISSING.on(item.name()));
      }
    }
  }

  private static Check wrong(Held held, String answer) {
    Item item = held.item();
    return switch (item.type()) {
      case "code" -> held.codes().contains(answer) ? null : Checks.WRONG_CODE;
      case "pattern" -> held.pattern().matcher(answer).matches() ? null : Checks.WRONG_CODE;
      case "number" -> within(item, answer, 0) ? null : Checks.WRONG_NUMBER;
      case "decimal" -> within(item, answer, 2) ? null : Checks.WRONG_NUMBER;
      case "date" -> PersonAnswers.date(answer) != null ? null : Checks.WRONG_DATE;
      case "month" -> PersonAnswers.date(answer + "-01") != null ? null : Checks.WRONG_DATE;
      default -> answer.length() <= item.max() && printable(answer) ? null : Checks.WRONG_TEXT;
    };
  }

  private static boolean within(Item item, String answer, int mostDecimals) {
    if (answer.length() > 10) {
      return false;
    }
    for (int i = 0; i < answer.length(); i++) {
      char c = answer.charAt(i);
      if ((c < '0' || c > '9') && !(c == '.' && mostDecimals > 0)) {
        return false;
      }
    }
    try {
      BigDecimal value = new BigDecimal(answer);
      return value.scale() <= mostDecimals
          && value.compareTo(BigDecimal.valueOf(item.min())) >= 0
          && value.compareTo(BigDecimal.valueOf(item.max())) <= 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static boolean printable(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
