package org.censusflow.registration.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.censusflow.registration.answers.HouseholdNumbers;
import org.censusflow.registration.form.Answer;
import org.censusflow.registration.form.Check;
import org.censusflow.registration.form.Checks;
import org.censusflow.registration.form.FormCatalogue;
import org.censusflow.registration.form.FormChecker;
import org.censusflow.registration.form.Item;
import org.censusflow.registration.form.PersonAnswers;
import org.censusflow.registration.form.Violation;

/** Turns what a source says about one person into a checked row. */
final class FormReader {

  private static final int MOST_ADDRESS = 200;
  private static final int MOST_KEY = 64;
  private static final Set<String> CONFIRMATIONS = Set.of("signature", "self", "phone");

  private final FormCatalogue catalogue;
  private final IntakeFrame frame;
  private final RowHash hash = new RowHash();
  private final Map<String, List<Item>> personItems = new HashMap<>();
  private final Map<String, List<Item>> householdItems = new HashMap<>();
  private final Map<LocalDate, FormChecker> checkers = new HashMap<>();

  FormReader(FormCatalogue catalogue, IntakeFrame frame) {
    this.catalogue = catalogue;
    this.frame = frame;
    catalogue
        .forms()
        .forEach(
            form -> {
              personItems.put(form.key(), catalogue.personItems(form.key()));
              householdItems.put(form.key(), catalogue.householdItems(form.key()));
            });
  }

  /**
   * @param given what the source has a place for
   */
  CheckedRow read(long line, Answer row, Set<String> given) {
    List<Violation> found = new ArrayList<>(2);
    String key = row.get(Layout.ROW);
    fault(found, key == null || key.length() > MOST_KEY || control(key), Checks.ROW_KEY);
    String block = row.get(Layout.BLOCK);
    fault(found, block == null || !frame.blocks().contains(block), Checks.UNKNOWN_BLOCK);
    int household = HouseholdNumbers.read(row.get(Layout.HOUSEHOLD));
    int lineNo = HouseholdNumbers.read(row.get(Layout.LINE));
    fault(found, household < 1 || lineNo < 1, Checks.HOUSEHOLD_NUMBER);
    String address = row.get(Layout.ADDRESS);
    fault(
        found,
        address == null || address.length() > MOST_ADDRESS || control(address),
        Checks.ADDRESS);
    LocalDate filledIn = filledIn(row.get(Layout.FILLED_IN), found);
    String form = row.get(Layout.FORM);
    FormChecker checker = checker(filledIn);
    PersonAnswers person = checker.person(form, row);
    List<Violation> household0 = List.of();
    found.addAll(checker.check(person, given));
    String items = null;
    String householdJson = null;
    if (personItems.containsKey(form) && checker.form(form).isEmpty()) {
      items = json(personItems.get(form), row);
      if (!FormCatalogue.DEATH.equals(form)) {
        householdJson = json(householdItems.get(form), row);
        household0 = checker.checkItems(form, row, given);
        household0.stream().filter(Violation::refuses).forEach(found::add);
      }
    }
    String confirmed = row.get(Layout.CONFIRMED_BY);
    fault(found, confirmed != null && !CONFIRMATIONS.contains(confirmed), Checks.CONFIRMATION);
    return new CheckedRow(
        line,
        key,
        hash.of(frame.hashed(), row),
        new HouseholdKey(block, household),
        lineNo,
        address,
        filledIn,
        confirmed,
        person,
        items,
        householdJson,
        household0,
        found);
  }

  /** The checks as of a day; of days that no form can have been filled in, those of the frame's. */
  FormChecker checker(LocalDate filledIn) {
    return checkers.computeIfAbsent(
        filledIn, day -> new FormChecker(catalogue, frame.reference(), day));
  }

  private LocalDate filledIn(String text, List<Violation> found) {
    if (text == null) {
      return frame.filledIn();
    }
    try {
      LocalDate day = LocalDate.parse(text);
      if (!day.isBefore(frame.reference()) && !day.isAfter(frame.today())) {
        return day;
      }
    } catch (java.time.format.DateTimeParseException e) {
      // told below
    }
    found.add(new Violation(Checks.FILLED_IN, null));
    return frame.filledIn();
  }

  private static void fault(List<Violation> found, boolean fires, Check check) {
    if (fires) {
      found.add(new Violation(check, null));
    }
  }

  private static boolean control(String text) {
    return text.chars().anyMatch(Character::isISOControl);
  }

  private static String json(List<Item> items, Answer row) {
    Json json = new Json();
    for (Item item : items) {
      if (!FormCatalogue.COLUMNS.contains(item.key())) {
        json.put(item.key(), row.get(item.key()));
      }
    }
    return json.text();
  }
}
