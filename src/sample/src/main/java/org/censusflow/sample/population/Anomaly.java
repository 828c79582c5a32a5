package org.censusflow.sample.population;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.censusflow.sample.population.Person.Life;

/** One kind of anomaly that can be laid on people of a household. */
@FunctionalInterface
interface Anomaly {

  /**
   * Lays the anomaly on people who are fit for it and have none.
   *
   * @param most how many people may get it
   * @return how many got it
   */
  int lay(Household household, int most, Rng rng);

  /** Lives here with one row, and nothing about the person is special. */
  static boolean plain(Person person) {
    return !person.touched
        && person.life == Life.HERE
        && person.death == null
        && !person.movedOut
        && !person.boards
        && !person.foreign
        && person.rows.size() == 1;
  }

  /** One of the people who are fit, or null. */
  static Person any(Household household, Rng rng, Predicate<Person> fit) {
    List<Person> found = new ArrayList<>();
    for (Person person : household.persons) {
      if (fit.test(person)) {
        found.add(person);
      }
    }
    return found.isEmpty() ? null : found.get(rng.below(found.size()));
  }
}
