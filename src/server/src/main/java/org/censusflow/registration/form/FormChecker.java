package org.censusflow.registration.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Holds answers against the catalogue of checks as it is in force on the day that a form was filled
 * in. Immutable, for any number of threads.
 */
public final class FormChecker {

  private final FormCatalogue catalogue;
  private final Moment moment;
  private final Map<String, ItemRules> personItems = new HashMap<>();
  private final Map<String, ItemRules> householdItems = new HashMap<>();
  private final Map<String, List<PersonRule>> personRules = new HashMap<>();

  /**
   * @param reference day of the reference time
   * @param filledIn day on which the forms were filled in
   */
  public FormChecker(FormCatalogue catalogue, LocalDate reference, LocalDate filledIn) {
    this.catalogue = catalogue;
    this.moment = new Moment(reference, filledIn);
    for (FormDefinition form : catalogue.forms()) {
      String key = form.key();
      personItems.put(key, rules(key, catalogue.personItems(key)));
      householdItems.put(key, rules(key, catalogue.householdItems(key)));
      personRules.put(
          key, PersonRules.all().stream().filter(rule -> rule.forms().contains(key)).toList());
    }
  }

  private ItemRules rules(String form, List<Item> items) {
    // A form that is not valid on that day is refused before its items are looked at.
    boolean inForce = catalogue.form(form).orElseThrow().validOn(moment.filledIn());
    return inForce
        ? new ItemRules(form, items, catalogue.codes(), moment.filledIn())
        : new ItemRules(form, List.of(), catalogue.codes(), moment.filledIn());
  }

  /** The form's own fault, if any: unknown, or not valid on the day it was filled in. */
  public List<Violation> form(String form) {
    return catalogue
        .form(form == null ? "" : form)
        .map(
            known ->
                known.validOn(moment.filledIn())
                    ? List.<Violation>of()
                    : List.of(Checks.FORM_EXPIRED.on(known.number() + " " + known.name())))
        .orElse(List.of(Checks.UNKNOWN_FORM.on(null)));
  }

  public PersonAnswers person(String form, Answer answers) {
    return new PersonAnswers(form, answers, moment.reference());
  }

  /**
   * What is wrong with a person's answers; empty when nothing is.
   *
   * @param given items that the source has a place for; of others only core items are missed
   */
  public List<Violation> check(PersonAnswers person, Set<String> given) {
    List<Violation> found = new ArrayList<>(form(person.form()));
    if (!found.isEmpty()) {
      return found;
    }
    personItems.get(person.form()).check(person, person.age(), given, found);
    for (PersonRule rule : personRules.get(person.form())) {
      if (rule.fires().test(person, moment)) {
        found.add(rule.check().on(null));
      }
    }
    return found;
  }

  /** What is wrong with the answers to a household's own items. */
  public List<Violation> checkItems(String form, Answer household, Set<String> given) {
    List<Violation> found = new ArrayList<>();
    householdItems.get(form).check(household, 0, given, found);
    return found;
  }

  /** What does not fit together within a household. */
  public List<Violation> check(HouseholdAnswers household) {
    List<Violation> found = new ArrayList<>();
    for (HouseholdRule rule : HouseholdRules.all()) {
      if (rule.fires().test(household)) {
        found.add(rule.check().on(null));
      }
    }
    return found;
  }
}
