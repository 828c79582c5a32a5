package org.censusflow.sample.population;

import java.util.ArrayList;
import java.util.List;

/** People who live or are registered together, and what is wrong with their rows. */
final class Household {

  /** The kinds of household that differ in where they live and where they are registered. */
  enum Kind {
    LOCAL,
    SPLIT,
    MIGRANT,
    AWAY,
    FOREIGN
  }

  final Kind kind;
  final RowPlace home;

  /**
   * Where the household is registered; the home, unless it lives in another block of the district.
   */
  RowPlace registered;

  String registerNumber;
  final List<Person> persons = new ArrayList<>();
  final List<InjectedDifference> differences = new ArrayList<>();
  final List<PairError> pairErrors = new ArrayList<>();

  Household(Kind kind, RowPlace home) {
    this.kind = kind;
    this.home = home;
    this.registered = home;
  }

  Person head() {
    return persons.get(0);
  }

  Person mother() {
    for (Person person : persons) {
      if (!person.male && person.relation <= 1 && person.life == Person.Life.HERE) {
        return person;
      }
    }
    return null;
  }
}
